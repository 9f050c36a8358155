package io.lappet.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/** Bodies as javac has parsed them. */
final class JavacBodies implements Bodies {
  private final Trees trees;

  /**
   * Begins.
   *
   * @throws IllegalArgumentException if {@code environment} is not that of javac
   */
  JavacBodies(ProcessingEnvironment environment) {
    trees = Trees.instance(environment);
  }

  @Override
  public Optional<Body> of(ExecutableElement method) {
    MethodTree tree = trees.getTree(method);
    if (tree == null || tree.getBody() == null) {
      return Optional.empty();
    }
    return Optional.of(new Body(returned(tree).flatMap(ReadingVisitor::read)));
  }

  /** The expression of a method that does nothing but return it. */
  private static Optional<ExpressionTree> returned(MethodTree method) {
    List<? extends StatementTree> statements = method.getBody().getStatements();
    return statements.size() == 1 && statements.get(0) instanceof ReturnTree only
        ? Optional.ofNullable(only.getExpression())
        : Optional.empty();
  }

  /** The name of a part of {@code this}, if that is what {@code tree} is. */
  static Optional<String> ofThis(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree receiver
            && receiver.getName().contentEquals("this")
        ? Optional.of(select.getIdentifier().toString())
        : Optional.empty();
  }
}
