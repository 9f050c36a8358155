package io.lappet.processor.body.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Reads what calls are given: values, and bodies, which run at once, or on another thread, or when
 * nobody knows.
 */
final class Arguments {
  /** A lambda or a method reference: the id of what runs, and on which object. */
  private record Body(String id, Path on) {}

  private final BodyScan scan;
  private final Symbols symbols;
  private final Expressions expressions;

  Arguments(BodyScan scan) {
    this.scan = scan;
    this.symbols = scan.symbols();
    this.expressions = scan.expressions();
  }

  /** Reads the {@code arguments} with which {@code call} calls {@code method} of {@code on}. */
  void read(
      Tree call, ExecutableElement method, Path on, List<? extends ExpressionTree> arguments) {
    String type = symbols.name(Symbols.declaring(method));
    String name = method.getSimpleName().toString();
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = Expressions.bare(arguments.get(i));
      boolean isBody =
          argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree;
      if (!isBody) {
        scan.scan(argument, null);
      } else if (Library.runsForEach(type, name)) {
        scan.beginRounds();
        runNow(argument);
        scan.endRounds();
      } else if (Library.runsAtOnce(type, name)) {
        runNow(argument);
      } else if (Library.starts(type, name)) {
        body(argument).ifPresent(it -> start(call, type, name, it, argument));
      } else {
        int parameter = i;
        String receiver = Library.knows(type) ? "" : symbols.id(method);
        body(argument).ifPresent(it -> hand(it, receiver, on, parameter, argument));
      }
    }
  }

  private void start(Tree call, String type, String how, Body body, Tree tree) {
    scan.add(new Act.Start(
        body.id(),
        body.on(),
        how,
        lane(call, type, how),
        scan.isRepeated(),
        scan.held(),
        scan.spot(tree)));
    scan.variables().start(call, body.id(), body.on());
  }

  /** Whose threads run what {@code call} starts; one that nobody knows, if it is no lane of ours. */
  private Optional<Resource> lane(Tree call, String type, String how) {
    if (Library.startsThreads(type, how)) {
      return Optional.empty();
    }
    Optional<Resource> lane = call instanceof MethodInvocationTree it
        ? Expressions.receiver(it.getMethodSelect())
            .flatMap(expressions::resource)
            .filter(resource -> resource.node().kind() == Node.Kind.LANE)
        : Optional.empty();
    return lane.or(() -> Optional.of(
        new Resource(Path.UNKNOWN, new Node(Node.Kind.LANE, type, "?", false), Optional.empty())));
  }

  private void hand(Body body, String method, Path on, int parameter, Tree tree) {
    scan.add(
        new Act.Hand(body.id(), body.on(), method, on, parameter, scan.held(), scan.spot(tree)));
  }

  /** Reads a method reference that goes where nobody follows it. */
  void giveAway(MemberReferenceTree tree) {
    body(tree).ifPresent(it -> hand(it, "", Path.UNKNOWN, -1, tree));
  }

  private Optional<Body> body(ExpressionTree tree) {
    if (tree instanceof LambdaExpressionTree lambda) {
      return Optional.of(new Body(scan.readLambda(lambda), Path.THIS));
    }
    MemberReferenceTree reference = (MemberReferenceTree) tree;
    scan.scan(reference.getQualifierExpression(), null);
    return expressions.element(reference) instanceof ExecutableElement method
        ? Optional.of(new Body(symbols.id(method), referenced(reference, method)))
        : Optional.empty();
  }

  private Path referenced(MemberReferenceTree reference, ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        ? Path.SHARED
        : expressions.path(Expressions.bare(reference.getQualifierExpression()));
  }

  private void runNow(ExpressionTree tree) {
    if (tree instanceof LambdaExpressionTree lambda) {
      List<Hold> before = scan.held();
      scan.readInline(lambda);
      scan.backTo(before);
      return;
    }
    MemberReferenceTree reference = (MemberReferenceTree) tree;
    if (expressions.element(reference) instanceof ExecutableElement method) {
      ExpressionTree of = Expressions.bare(reference.getQualifierExpression());
      scan.readReceiver(of, method, tree);
      Path on = referenced(reference, method);
      if (method.getKind() != ElementKind.CONSTRUCTOR) {
        new CallReader(scan, tree, List.of(), method, Optional.of(of), on).read();
      } else if (!Library.isOfJdk(symbols.name(Symbols.declaring(method)))) {
        scan.invoke(method, on, List.of(), Dispatch.FIXED, tree);
      }
    }
  }
}
