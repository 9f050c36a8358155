package io.lappet.processor.body.read;

import static io.lappet.processor.body.read.Expressions.bare;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Touch;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body, in the order of its text, with the locks that are held at each place. A lambda that
 * runs at once is part of it; any other one is a body of its own, which holds nothing.
 */
final class BodyScan extends TreeScanner<Void, Void> {
  private final ClassScan owner;
  private final Symbols symbols;
  private final String id;
  private final boolean isLambda;
  private final Variables variables;
  private final List<Act> acts = new ArrayList<>();
  /** Calls of accessors whose handle is used at once, and in no way that matters to others. */
  private final Set<Tree> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Expressions expressions;
  private final Arguments arguments;
  private final FieldReader fields;
  private final HeldNow held;
  /** Permits whose leases this body has, or gives to others, and that stood in it or around it. */
  private final List<Resource> returned = new ArrayList<>();

  private int lambdas;
  private int inline;
  private int loops;
  private boolean sends;
  private boolean foreign;

  BodyScan(ClassScan owner, String id, boolean isLambda, Variables variables, List<Hold> held) {
    this.owner = owner;
    this.symbols = owner.symbols();
    this.id = id;
    this.isLambda = isLambda;
    this.variables = variables;
    this.expressions = new Expressions(owner, variables);
    this.arguments = new Arguments(this);
    this.fields = new FieldReader(this, owner);
    this.held = new HeldNow(held);
  }

  /** What the bodies read so far do. */
  List<Act> acts() {
    return List.copyOf(acts);
  }

  private @Nullable Element element(Tree tree) {
    return expressions.element(tree);
  }

  // Locks in the flow of the text.

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    scan(tree.getExpression(), null);
    List<Hold> before = held();
    acquire(expressions.monitor(bare(tree.getExpression())), tree);
    scan(tree.getBlock(), null);
    held.backTo(before);
    return null;
  }

  @Override
  public Void visitIf(IfTree tree, Void unused) {
    scan(tree.getCondition(), null);
    List<Hold> before = held();
    expressions
        .tried(bare(tree.getCondition()))
        .ifPresent(hold -> acquire(hold, tree.getCondition()));
    scan(tree.getThenStatement(), null);
    List<Hold> then = held();
    boolean thenEnds = HeldNow.endsAbruptly(tree.getThenStatement());
    held.backTo(before);
    scan(tree.getElseStatement(), null);
    if (HeldNow.endsAbruptly(tree.getElseStatement())) {
      held.backTo(thenEnds ? before : then);
    } else if (!thenEnds) {
      held.meet(then);
    }
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    loop(() -> super.visitWhileLoop(tree, null));
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    loop(() -> super.visitDoWhileLoop(tree, null));
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    loop(() -> super.visitForLoop(tree, null));
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Path of = expressions.path(bare(tree.getExpression()));
    if (of.isOfThis() && element(tree.getVariable()) instanceof VariableElement variable) {
      variables.declare(variable, of.element(), Optional.empty(), List.of());
    }
    loop(() -> scan(tree.getStatement(), null));
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    scan(tree.getResources(), null);
    scan(tree.getBlock(), null);
    for (Tree resource : tree.getResources()) {
      if (element(resource) instanceof VariableElement variable) {
        giveBackLease(variable);
      }
    }
    scan(tree.getCatches(), null);
    scan(tree.getFinallyBlock(), null);
    return null;
  }

  /** If {@code variable} is a lease, it is given back here, or others may do that at any time. */
  private void giveBackLease(VariableElement variable) {
    variables.lease(variable).ifPresent(permits -> {
      returned.add(permits);
      giveBack(permits);
    });
  }

  /** Reads what may run several times, or not at all. */
  private void loop(Runnable reading) {
    List<Hold> before = held();
    loops++;
    reading.run();
    loops--;
    held.meet(before);
  }

  // Calls.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    ExpressionTree select = tree.getMethodSelect();
    if (!(element(select) instanceof ExecutableElement method)) {
      return super.visitMethodInvocation(tree, null);
    }
    Optional<ExpressionTree> receiver = Expressions.receiver(select);
    receiver.ifPresent(it -> readReceiver(it, method, tree));
    Path on = expressions.on(method, receiver);
    arguments.read(tree, method, on, tree.getArguments());
    new CallReader(this, tree, tree.getArguments(), method, receiver, on).read();
    return null;
  }

  /** Looks at what a method is called on; that gives it to nobody. */
  void readReceiver(ExpressionTree tree, ExecutableElement method, Tree call) {
    Element element = element(tree);
    if (element instanceof VariableElement variable && !variable.getKind().isField()) {
      if (!method.getSimpleName().contentEquals("permits")) {
        giveBackLease(variable);
      }
      if (variables.isOwn(variable) && !isLambda && isCallable(variable)) {
        acts.add(new Act.Run(Symbols.parameter(variable), held(), spot(call)));
      }
    } else if (element instanceof VariableElement field) {
      fields.call(tree, field, method);
    } else if (!(element instanceof TypeElement)) {
      if (isHarmless(method)) {
        harmless.add(tree);
      }
      scan(tree, null);
      fields.callOfView(tree, method);
    }
  }

  /** Whether it is a method of a gate: what that does is read. */
  private boolean isHarmless(ExecutableElement method) {
    return symbols.name(Symbols.declaring(method)).equals("io.lappet.Gate");
  }

  /** Says that something is called of which nobody knows what it depends on. */
  void callForeign(Tree tree) {
    if (!foreign) {
      foreign = true;
      acts.add(new Act.Foreign(held(), spot(tree)));
    }
  }

  /** What is read from now on runs for each element of something, as in a loop. */
  void beginRounds() {
    loops++;
  }

  /** The last round is over. */
  void endRounds() {
    loops--;
  }

  /** Says that a message is sent. */
  void send() {
    sends = true;
  }

  /** Says that {@code method} is called, which may send what it is given. */
  void give(ExecutableElement method) {
    sends = sends || owner.senders().mayResend(method);
  }

  /** Whether any message may be sent. */
  boolean isSending() {
    return sends;
  }

  /** Whether it stands in a loop. */
  boolean isRepeated() {
    return loops > 0;
  }

  /** Reads a lambda that runs now. */
  void readInline(LambdaExpressionTree tree) {
    inline++;
    scan(tree.getBody(), null);
    inline--;
  }

  /** Reads a lambda that does not run now; gives its id. */
  String readLambda(LambdaExpressionTree tree) {
    String name = id + "$" + ++lambdas;
    BodyScan inner = new BodyScan(owner, name, true, variables, List.of());
    inner.scan(tree.getBody(), null);
    sends |= inner.sends;
    inner.returned.forEach(this::giveBack);
    owner.addLambda(name, id, tree, inner.acts());
    return name;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    readLambda(tree);
    return null;
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    arguments.giveAway(tree);
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    scan(tree.getEnclosingExpression(), null);
    if (element(tree) instanceof ExecutableElement constructor) {
      arguments.read(tree, constructor, Path.FRESH, tree.getArguments());
      scan(tree.getClassBody(), null);
      if (!Library.isOfJdk(symbols.name(Symbols.declaring(constructor)))) {
        invoke(
            constructor, Path.FRESH, expressions.paths(tree.getArguments()), Dispatch.FIXED, tree);
      }
      return null;
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    owner.inner(tree);
    return null;
  }

  void invoke(
      ExecutableElement method, Path on, List<Path> arguments, Dispatch dispatch, Tree tree) {
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    owner
        .names()
        .accessor(method)
        .filter(node -> !harmless.contains(tree))
        .ifPresent(node -> acts.add(new Act.Give(Resource.of(on, node), held(), spot(tree))));
    String name = isConstructor
        ? "new " + Symbols.declaring(method).getSimpleName()
        : method.getSimpleName().toString();
    boolean isFixed = isConstructor
        || method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE);
    acts.add(new Act.Invoke(
        symbols.id(method),
        name + "()",
        on,
        arguments,
        isFixed ? Dispatch.FIXED : dispatch,
        held(),
        spot(tree)));
  }

  // What those who read parts of it use.

  Symbols symbols() {
    return symbols;
  }

  Expressions expressions() {
    return expressions;
  }

  Variables variables() {
    return variables;
  }

  void add(Act act) {
    acts.add(act);
  }

  List<Hold> held() {
    return held.all();
  }

  void acquire(Hold hold, Tree tree) {
    acts.add(new Act.Take(hold, held(), spot(tree)));
    held.take(hold);
  }

  void giveBack(Resource lock) {
    held.giveBack(lock);
  }

  void backTo(List<Hold> before) {
    held.backTo(before);
  }

  Spot spot(Tree tree) {
    return owner.spot(tree);
  }

  // Variables and fields.

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    scan(tree.getInitializer(), null);
    if (element(tree) instanceof VariableElement variable && tree.getInitializer() != null) {
      ExpressionTree value = bare(tree.getInitializer());
      if (value instanceof ConditionalExpressionTree) {
        variables.choose(variable);
      }
      variables.declare(
          variable, expressions.path(value), expressions.resource(value), expressions.tasks(value));
      expressions.acquired(value).ifPresent(permits -> {
        variables.lease(variable, permits);
        acquire(new Hold(permits, false, false), tree);
      });
    }
    return null;
  }

  /** Who writes a lease into a text does not give it to anyone. */
  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    for (ExpressionTree operand : List.of(tree.getLeftOperand(), tree.getRightOperand())) {
      boolean isLease = bare(operand) instanceof IdentifierTree
          && element(bare(operand)) instanceof VariableElement variable
          && variables.lease(variable).isPresent();
      if (!isLease) {
        scan(operand, null);
      }
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    if (element(tree) instanceof VariableElement variable) {
      if (variable.getKind().isField()) {
        fields.read(tree, variable);
      } else {
        if (variables.isOwn(variable) && isCallable(variable)) {
          acts.add(new Act.Keep(Symbols.parameter(variable), held(), spot(tree)));
        }
        giveBackLease(variable);
        variables.giveAway(variable);
      }
    }
    return null;
  }

  /** Whether it is a parameter of a type whose values may be lambdas. */
  private boolean isCallable(VariableElement variable) {
    return variable.getKind() == ElementKind.PARAMETER
        && symbols
            .typeElement(variable.asType())
            .filter(type -> type.getKind() == ElementKind.INTERFACE)
            .isPresent();
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    if (element(tree) instanceof VariableElement field && field.getKind().isField()) {
      fields.readSelected(tree, field);
      return null;
    }
    return element(tree) instanceof TypeElement ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    if (!isLambda && inline == 0 && tree.getExpression() != null) {
      fields.escape(tree.getExpression(), "returns");
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    ExpressionTree target = bare(tree.getVariable());
    boolean isOfOther = target instanceof MemberSelectTree
        && fields
            .field(target)
            .filter(field -> !expressions.ownerOf(target, field).isOfThis())
            .isPresent();
    if (isOfOther) {
      fields.escape(tree.getExpression(), "gives another object");
    }
    fields.assign(target, Touch.WRITE);
    if (element(target) instanceof VariableElement variable) {
      variables.alias(variable, expressions.resource(bare(tree.getExpression())));
    }
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    fields.assign(bare(tree.getVariable()), Touch.UPDATE);
    return null;
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case POSTFIX_DECREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, PREFIX_INCREMENT ->
        fields.assign(bare(tree.getExpression()), Touch.UPDATE);
      default -> super.visitUnary(tree, null);
    }
    return null;
  }
}
