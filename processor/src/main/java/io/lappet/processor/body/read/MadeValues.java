package io.lappet.processor.body.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which fields of a class only ever hold collections that the class makes itself, for one thread. */
final class MadeValues {
  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final FieldTraits traits;
  private final Map<String, Boolean> made = new HashMap<>();

  MadeValues(Symbols symbols, CompilationUnitTree unit, ClassTree tree) {
    this.symbols = symbols;
    this.unit = unit;
    this.traits = new FieldTraits(symbols);
    boolean hasCollections = tree.getMembers().stream().anyMatch(this::isCollection);
    if (hasCollections) {
      new Assignments().scan(tree, null);
    }
  }

  private boolean isCollection(Tree member) {
    return member instanceof VariableTree
        && symbols.element(unit, member) instanceof VariableElement field
        && traits.isPlainCollection(field.asType());
  }

  /** Whether all that {@code field} is given is made on the spot. */
  boolean isMadeHere(VariableElement field) {
    return made.getOrDefault(field.getSimpleName().toString(), false);
  }

  private final class Assignments extends TreeScanner<Void, Void> {
    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null && isCollection(tree)) {
        put(tree.getName().toString(), tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      ExpressionTree target = Expressions.bare(tree.getVariable());
      if (target instanceof IdentifierTree name) {
        put(name.getName().toString(), tree.getExpression());
      } else if (target instanceof MemberSelectTree select) {
        put(select.getIdentifier().toString(), tree.getExpression());
      }
      return super.visitAssignment(tree, null);
    }
  }

  private void put(String name, @Nullable ExpressionTree value) {
    ExpressionTree bare = value == null ? null : Expressions.bare(value);
    boolean isNull = bare instanceof LiteralTree literal && literal.getValue() == null;
    if (!isNull) {
      made.merge(name, bare != null && isPlain(bare), Boolean::logicalAnd);
    }
  }

  private boolean isPlain(ExpressionTree tree) {
    var type = tree instanceof NewClassTree ? symbols.type(unit, tree) : null;
    return type != null && traits.isPlainCollection(type);
  }
}
