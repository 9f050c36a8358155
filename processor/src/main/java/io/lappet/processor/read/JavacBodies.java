package io.lappet.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
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
    CallScanner calls = new CallScanner();
    calls.scan(tree.getBody(), null);
    return Optional.of(new Body(calls.found, returned(tree).flatMap(ReadingVisitor::read)));
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

  /** Finds calls on the same object; what a lambda or a class does, it may do later. */
  private static final class CallScanner extends TreeScanner<Void, Void> {
    private final List<Body.Call> found = new ArrayList<>();

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      ExpressionTree called = call.getMethodSelect();
      Optional<String> name = called instanceof IdentifierTree plain
          ? Optional.of(plain.getName().toString())
          : ofThis(called);
      name.ifPresent(it -> found.add(new Body.Call(it, call.getArguments().size())));
      return super.visitMethodInvocation(call, unused);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      return null;
    }
  }
}
