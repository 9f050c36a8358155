package io.lappet.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Looks whether an expression only reads; knows those kinds that do, and refuses all others. */
final class ReadingVisitor extends SimpleTreeVisitor<Boolean, Void> {
  private static final Set<Tree.Kind> UNARY = Set.of(
      Tree.Kind.UNARY_PLUS,
      Tree.Kind.UNARY_MINUS,
      Tree.Kind.BITWISE_COMPLEMENT,
      Tree.Kind.LOGICAL_COMPLEMENT);

  private static final Set<Tree.Kind> FAILING = Set.of(Tree.Kind.DIVIDE, Tree.Kind.REMAINDER);

  private static final Set<Tree.Kind> OBJECTS =
      Set.of(Tree.Kind.STRING_LITERAL, Tree.Kind.NULL_LITERAL);

  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> fields = new LinkedHashSet<>();

  private ReadingVisitor() {
    super(false);
  }

  /** What {@code expression} reads, if it does nothing else. */
  static Optional<Body.Reading> read(ExpressionTree expression) {
    ReadingVisitor visitor = new ReadingVisitor();
    if (!visitor.visit(expression, null)) {
      return Optional.empty();
    }
    Tree bare = expression;
    while (bare instanceof ParenthesizedTree inside) {
      bare = inside.getExpression();
    }
    boolean single = bare instanceof IdentifierTree || bare instanceof MemberSelectTree;
    return Optional.of(new Body.Reading(visitor.names, visitor.fields, single));
  }

  @Override
  public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
    names.add(tree.getName().toString());
    return true;
  }

  @Override
  public Boolean visitMemberSelect(MemberSelectTree tree, Void unused) {
    Optional<String> field = JavacBodies.ofThis(tree);
    field.ifPresent(fields::add);
    return field.isPresent();
  }

  @Override
  public Boolean visitLiteral(LiteralTree tree, Void unused) {
    return !OBJECTS.contains(tree.getKind());
  }

  @Override
  public Boolean visitParenthesized(ParenthesizedTree tree, Void unused) {
    return visit(tree.getExpression(), null);
  }

  @Override
  public Boolean visitUnary(UnaryTree tree, Void unused) {
    return UNARY.contains(tree.getKind()) && visit(tree.getExpression(), null);
  }

  @Override
  public Boolean visitBinary(BinaryTree tree, Void unused) {
    return !FAILING.contains(tree.getKind())
        && visit(tree.getLeftOperand(), null)
        && visit(tree.getRightOperand(), null);
  }

  @Override
  public Boolean visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    return visit(tree.getCondition(), null)
        && visit(tree.getTrueExpression(), null)
        && visit(tree.getFalseExpression(), null);
  }

  @Override
  public Boolean visitTypeCast(TypeCastTree tree, Void unused) {
    return tree.getType() instanceof PrimitiveTypeTree && visit(tree.getExpression(), null);
  }
}
