package io.lappet.processor.body.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
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
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Touch;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
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
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body, in the order of its text, with the locks that are held at each place. A lambda that
 * runs at once is part of it; any other one is a body of its own, which holds nothing.
 */
final class BodyScan extends TreeScanner<Void, Void> {
  private final ClassScan owner;
  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final String id;
  private final boolean isLambda;
  private final Variables variables;
  private final List<Act> acts = new ArrayList<>();
  /** Calls of accessors whose handle is used at once, and in no way that matters to others. */
  private final Set<Tree> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

  private List<Hold> held;
  private int lambdas;
  private int loops;
  private boolean sends;
  private boolean foreign;

  BodyScan(ClassScan owner, String id, boolean isLambda, Variables variables, List<Hold> held) {
    this.owner = owner;
    this.symbols = owner.symbols();
    this.unit = owner.unit();
    this.id = id;
    this.isLambda = isLambda;
    this.variables = variables;
    this.held = held;
  }

  /** What the bodies read so far do. */
  List<Act> acts() {
    return List.copyOf(acts);
  }

  private @Nullable Element element(Tree tree) {
    return symbols.element(unit, tree);
  }

  private Spot spot(Tree tree) {
    return owner.spot(tree);
  }

  // Locks in the flow of the text.

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    scan(tree.getExpression(), null);
    List<Hold> before = held;
    ExpressionTree monitor = bare(tree.getExpression());
    TypeMirror type = symbols.type(unit, monitor);
    String name = type == null ? "?" : symbols.erased(type);
    Hold hold =
        hold(Resource.of(path(monitor), new Node(Node.Kind.FOREIGN, name, "monitor", false)));
    take(hold, tree);
    scan(tree.getBlock(), null);
    held = before;
    return null;
  }

  private static Hold hold(Resource lock) {
    return new Hold(lock, false, false);
  }

  private void take(Hold hold, Tree tree) {
    acts.add(new Act.Take(hold, held, spot(tree)));
    List<Hold> more = new ArrayList<>(held);
    more.add(hold);
    held = List.copyOf(more);
  }

  private void release(Resource lock) {
    List<Hold> less = new ArrayList<>(held);
    for (int i = less.size() - 1; i >= 0; i--) {
      if (less.get(i).lock().equals(lock)) {
        less.remove(i);
        break;
      }
    }
    held = List.copyOf(less);
  }

  @Override
  public Void visitIf(IfTree tree, Void unused) {
    scan(tree.getCondition(), null);
    List<Hold> before = held;
    tried(bare(tree.getCondition())).ifPresent(hold -> take(hold, tree.getCondition()));
    scan(tree.getThenStatement(), null);
    List<Hold> then = held;
    boolean thenEnds = endsAbruptly(tree.getThenStatement());
    held = before;
    scan(tree.getElseStatement(), null);
    if (endsAbruptly(tree.getElseStatement())) {
      held = thenEnds ? before : then;
    } else if (!thenEnds) {
      held = common(then, held);
    }
    return null;
  }

  /** The lock that is held if {@code condition} is true: {@code if (lock.tryLock())}. */
  private Optional<Hold> tried(ExpressionTree condition) {
    return condition instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("tryLock")
        ? lock(select.getExpression()).map(it -> new Hold(it.lock(), it.read(), true))
        : Optional.empty();
  }

  private static boolean endsAbruptly(@Nullable StatementTree statement) {
    if (statement == null) {
      return false;
    }
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> all = block.getStatements();
      return !all.isEmpty() && endsAbruptly(all.get(all.size() - 1));
    }
    return switch (statement.getKind()) {
      case RETURN, THROW, BREAK, CONTINUE, YIELD -> true;
      default -> false;
    };
  }

  private static List<Hold> common(List<Hold> one, List<Hold> other) {
    return one.equals(other) ? one : one.stream().filter(other::contains).toList();
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    List<Hold> before = held;
    loops++;
    super.visitWhileLoop(tree, null);
    loops--;
    held = common(before, held);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    List<Hold> before = held;
    loops++;
    super.visitDoWhileLoop(tree, null);
    loops--;
    held = common(before, held);
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    List<Hold> before = held;
    loops++;
    super.visitForLoop(tree, null);
    loops--;
    held = common(before, held);
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    List<Hold> before = held;
    scan(tree.getExpression(), null);
    Path of = path(bare(tree.getExpression()));
    if (of.isOfThis() && element(tree.getVariable()) instanceof VariableElement variable) {
      variables.declare(variable, of.element(), Optional.empty(), List.of());
    }
    loops++;
    scan(tree.getStatement(), null);
    loops--;
    held = common(before, held);
    return null;
  }

  // Calls.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    ExpressionTree select = tree.getMethodSelect();
    if (!(element(select) instanceof ExecutableElement method)) {
      return super.visitMethodInvocation(tree, null);
    }
    Optional<ExpressionTree> receiver = select instanceof MemberSelectTree member
        ? Optional.of(bare(member.getExpression()))
        : Optional.empty();
    receiver.ifPresent(it -> receiver(it, method, tree));
    Path on = on(method, receiver);
    arguments(tree, method, on, tree.getArguments());
    new CallReader(this, tree, tree.getArguments(), method, receiver, on).read();
    return null;
  }

  /** Looks at what a method is called on; that gives it to nobody. */
  private void receiver(ExpressionTree tree, ExecutableElement method, Tree call) {
    Element element = element(tree);
    if (element instanceof VariableElement variable && !variable.getKind().isField()) {
      if (variables.isOwn(variable) && isInterface(variable)) {
        acts.add(new Act.Run(Symbols.parameter(variable), held, spot(call)));
      }
    } else if (element instanceof VariableElement field && field.getKind().isField()) {
      access(tree, field, touch(field, method), false);
    } else if (!(element instanceof TypeElement)) {
      if (isHarmless(method)) {
        harmless.add(tree);
      }
      scan(tree, null);
      changeView(tree, method);
    }
  }

  /** {@code map.values().clear()} changes the map. */
  private void changeView(ExpressionTree view, ExecutableElement method) {
    if (view instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && Library.isView(select.getIdentifier().toString())) {
      ExpressionTree of = bare(select.getExpression());
      if (element(of) instanceof VariableElement field
          && field.getKind().isField()
          && touch(field, method) == Touch.MUTATE) {
        access(of, field, Touch.MUTATE, false);
      }
    }
  }

  /** What a call of {@code method} does to what {@code field} holds. */
  private Touch touch(VariableElement field, ExecutableElement method) {
    return Library.isMutator(
            symbols.erased(field.asType()), method.getSimpleName().toString())
        ? Touch.MUTATE
        : Touch.READ;
  }

  /** Whether a method of a gate leaves it closed. */
  private boolean isHarmless(ExecutableElement method) {
    return symbols.name(Symbols.declaring(method)).equals("io.lappet.Gate")
        && !method.getSimpleName().contentEquals("open");
  }

  /** Says that something is called of which nobody knows what it depends on. */
  void callForeign(Tree tree) {
    if (!foreign) {
      foreign = true;
      acts.add(new Act.Foreign(held, spot(tree)));
    }
  }

  /** Says that a message is sent. */
  void send() {
    sends = true;
  }

  /** Whether any message is sent. */
  boolean isSending() {
    return sends;
  }

  /** Whether it stands in a loop. */
  boolean isRepeated() {
    return loops > 0;
  }

  private boolean isInterface(VariableElement variable) {
    return variable.getKind() == ElementKind.PARAMETER
        && !isLambda
        && symbols
            .typeElement(variable.asType())
            .filter(type -> type.getKind() == ElementKind.INTERFACE)
            .isPresent();
  }

  private Path on(ExecutableElement method, Optional<ExpressionTree> receiver) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED;
    }
    return receiver.map(this::path).orElseGet(() -> implicit(method));
  }

  /** The object of a member that is named without one. */
  private Path implicit(Element member) {
    TypeElement declaring = Symbols.declaring(member);
    return symbols.lineage(owner.type()).contains(declaring)
        ? Path.THIS
        : Path.outer(symbols.name(declaring));
  }

  void arguments(
      Tree call, ExecutableElement method, Path on, List<? extends ExpressionTree> arguments) {
    String type = symbols.name(Symbols.declaring(method));
    String name = method.getSimpleName().toString();
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = bare(arguments.get(i));
      boolean isBody =
          argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree;
      if (!isBody) {
        scan(argument, null);
      } else if (Library.runsAtOnce(type, name)) {
        int rounds = Library.runsForEach(type, name) ? 1 : 0;
        loops += rounds;
        runNow(argument);
        loops -= rounds;
      } else if (Library.starts(type, name)) {
        body(argument).ifPresent(it -> {
          acts.add(new Act.Start(it.id(), it.on(), name, isRepeated(), held, spot(argument)));
          variables.start(call, it.id(), it.on());
        });
      } else {
        int parameter = i;
        boolean isOurs = !Library.isOfJdk(type) && !Library.isOfRuntime(type);
        body(argument)
            .ifPresent(it -> acts.add(new Act.Hand(
                it.id(),
                it.on(),
                isOurs ? symbols.id(method) : "",
                on,
                parameter,
                held,
                spot(argument))));
      }
    }
  }

  /** A lambda or a method reference: the id of what runs, and on which object. */
  private record Body(String id, Path on) {}

  private Optional<Body> body(ExpressionTree tree) {
    if (tree instanceof LambdaExpressionTree lambda) {
      return Optional.of(new Body(lambda(lambda), Path.THIS));
    }
    MemberReferenceTree reference = (MemberReferenceTree) tree;
    scan(reference.getQualifierExpression(), null);
    return element(reference) instanceof ExecutableElement method
        ? Optional.of(new Body(symbols.id(method), referenced(reference, method)))
        : Optional.empty();
  }

  private Path referenced(MemberReferenceTree reference, ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        ? Path.SHARED
        : path(bare(reference.getQualifierExpression()));
  }

  private void runNow(ExpressionTree tree) {
    if (tree instanceof LambdaExpressionTree lambda) {
      List<Hold> before = held;
      scan(lambda.getBody(), null);
      held = before;
      return;
    }
    MemberReferenceTree reference = (MemberReferenceTree) tree;
    if (element(reference) instanceof ExecutableElement method) {
      ExpressionTree of = bare(reference.getQualifierExpression());
      receiver(of, method, tree);
      Path on = referenced(reference, method);
      if (method.getKind() != ElementKind.CONSTRUCTOR) {
        new CallReader(this, tree, List.of(), method, Optional.of(of), on).read();
      } else if (!Library.isOfJdk(symbols.name(Symbols.declaring(method)))) {
        invoke(method, on, List.of(), Dispatch.FIXED, tree);
      }
    }
  }

  /** Reads a lambda that does not run now; gives its id. */
  private String lambda(LambdaExpressionTree tree) {
    String name = id + "$" + ++lambdas;
    BodyScan inner = new BodyScan(owner, name, true, variables, List.of());
    inner.scan(tree.getBody(), null);
    sends |= inner.sends;
    owner.addLambda(name, id, tree, inner.acts());
    return name;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    lambda(tree);
    return null;
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    body(tree)
        .ifPresent(
            it -> acts.add(new Act.Hand(it.id(), it.on(), "", Path.UNKNOWN, -1, held, spot(tree))));
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    scan(tree.getEnclosingExpression(), null);
    if (element(tree) instanceof ExecutableElement constructor) {
      arguments(tree, constructor, Path.FRESH, tree.getArguments());
      scan(tree.getClassBody(), null);
      if (!Library.isOfJdk(symbols.name(Symbols.declaring(constructor)))) {
        invoke(constructor, Path.FRESH, paths(tree.getArguments()), Dispatch.FIXED, tree);
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
        .ifPresent(node -> acts.add(new Act.Give(Resource.of(on, node), held, spot(tree))));
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
        held,
        spot(tree)));
  }

  List<Path> paths(List<? extends ExpressionTree> trees) {
    return trees.stream().map(it -> path(bare(it))).toList();
  }

  // What CallReader adds.

  Symbols symbols() {
    return symbols;
  }

  Variables variables() {
    return variables;
  }

  void add(Act act) {
    acts.add(act);
  }

  List<Hold> held() {
    return held;
  }

  void acquire(Hold hold, Tree tree) {
    take(hold, tree);
  }

  void giveBack(Resource lock) {
    release(lock);
  }

  Spot at(Tree tree) {
    return spot(tree);
  }

  @Nullable
  TypeMirror typeOf(ExpressionTree tree) {
    return symbols.type(unit, tree);
  }

  /** The declared type of {@code tree}, without type arguments. */
  String erased(ExpressionTree tree) {
    TypeMirror type = typeOf(tree);
    return type == null ? "?" : symbols.erased(type);
  }

  /** The local variable or parameter that {@code tree} is. */
  Optional<VariableElement> variable(ExpressionTree tree) {
    return tree instanceof IdentifierTree
            && element(tree) instanceof VariableElement variable
            && !variable.getKind().isField()
        ? Optional.of(variable)
        : Optional.empty();
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
      variables.declare(variable, path(value), resource(value), tasks(value));
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    if (element(tree) instanceof VariableElement variable) {
      if (variable.getKind().isField()) {
        access(tree, variable, Touch.READ, true);
      } else {
        if (variables.isOwn(variable) && isParameterToCall(variable)) {
          acts.add(new Act.Keep(Symbols.parameter(variable), held, spot(tree)));
        }
        variables.giveAway(variable);
      }
    }
    return null;
  }

  private boolean isParameterToCall(VariableElement variable) {
    return variable.getKind() == ElementKind.PARAMETER
        && symbols
            .typeElement(variable.asType())
            .filter(type -> type.getKind() == ElementKind.INTERFACE)
            .isPresent();
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    if (element(tree) instanceof VariableElement field && field.getKind().isField()) {
      access(tree, field, Touch.READ, true);
      qualifier(tree);
      return null;
    }
    return element(tree) instanceof TypeElement ? null : super.visitMemberSelect(tree, null);
  }

  /** Looks at the object whose field is named; that gives it to nobody. */
  private void qualifier(Tree tree) {
    if (tree instanceof MemberSelectTree select) {
      Element element = element(select.getExpression());
      boolean isPlain = element instanceof VariableElement it && !it.getKind().isField()
          || element instanceof TypeElement;
      if (!isPlain) {
        scan(select.getExpression(), null);
      }
    }
  }

  private void access(ExpressionTree tree, VariableElement field, Touch touch, boolean shows) {
    String name = field.getSimpleName().toString();
    if (name.equals("this")
        || name.equals("super")
        || name.equals("length")
        || name.equals("class")) {
      return;
    }
    acts.add(new Act.Access(
        ownerOf(tree, field),
        symbols.name(Symbols.declaring(field)),
        name,
        touch,
        shows,
        held,
        spot(tree)));
  }

  private Path ownerOf(ExpressionTree tree, VariableElement field) {
    if (field.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED;
    }
    return tree instanceof MemberSelectTree select
        ? path(bare(select.getExpression()))
        : implicit(field);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    ExpressionTree target = bare(tree.getVariable());
    assign(target, Touch.WRITE);
    if (element(target) instanceof VariableElement variable) {
      variables.alias(variable, resource(bare(tree.getExpression())));
    }
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    assign(bare(tree.getVariable()), Touch.UPDATE);
    return null;
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case POSTFIX_DECREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, PREFIX_INCREMENT ->
        assign(bare(tree.getExpression()), Touch.UPDATE);
      default -> super.visitUnary(tree, null);
    }
    return null;
  }

  private void assign(ExpressionTree target, Touch touch) {
    Element element = element(target);
    if (element instanceof VariableElement field && field.getKind().isField()) {
      qualifier(target);
      access(target, field, touch, false);
    } else if (target instanceof ArrayAccessTree array) {
      scan(array.getIndex(), null);
      ExpressionTree of = bare(array.getExpression());
      if (element(of) instanceof VariableElement field && field.getKind().isField()) {
        qualifier(of);
        access(of, field, Touch.MUTATE, false);
      } else {
        scan(of, null);
      }
    }
  }

  // What an expression means.

  static ExpressionTree bare(ExpressionTree tree) {
    ExpressionTree bare = tree;
    while (true) {
      if (bare instanceof ParenthesizedTree inner) {
        bare = inner.getExpression();
      } else if (bare instanceof TypeCastTree cast) {
        bare = cast.getExpression();
      } else {
        return bare;
      }
    }
  }

  /** The object that {@code tree} means. */
  Path path(ExpressionTree tree) {
    if (tree instanceof NewClassTree) {
      return Path.FRESH;
    }
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    if (!isName || !(element(tree) instanceof VariableElement variable)) {
      return Path.UNKNOWN;
    }
    String name = variable.getSimpleName().toString();
    if (name.equals("this") || name.equals("super")) {
      return thisPath(tree);
    }
    if (!variable.getKind().isField()) {
      return variables.path(variable);
    }
    if (!variable.getModifiers().contains(Modifier.FINAL)) {
      return Path.UNKNOWN;
    }
    if (variable.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED.field(symbols.name(Symbols.declaring(variable))).field(name);
    }
    return ownerOf(tree, variable).field(name);
  }

  private Path thisPath(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select
        && element(select.getExpression()) instanceof TypeElement type
        && !type.equals(owner.type())) {
      return Path.outer(symbols.name(type));
    }
    return Path.THIS;
  }

  /** The resource that {@code tree} means. */
  Optional<Resource> resource(ExpressionTree tree) {
    if (tree instanceof MethodInvocationTree call
        && element(call.getMethodSelect()) instanceof ExecutableElement method) {
      Optional<ExpressionTree> receiver = call.getMethodSelect() instanceof MemberSelectTree select
          ? Optional.of(bare(select.getExpression()))
          : Optional.empty();
      return owner.names().accessor(method).map(node -> Resource.of(on(method, receiver), node));
    }
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    return isName && element(tree) instanceof VariableElement variable
        ? variables.resource(variable)
        : Optional.empty();
  }

  /** The lock that {@code tree} means, as one that is held. */
  Optional<Hold> lock(ExpressionTree tree) {
    ExpressionTree bare = bare(tree);
    if (bare instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && (select.getIdentifier().contentEquals("readLock")
            || select.getIdentifier().contentEquals("writeLock"))) {
      boolean read = select.getIdentifier().contentEquals("readLock");
      return lock(select.getExpression()).map(it -> new Hold(it.lock(), read, false));
    }
    Optional<Resource> ours = resource(bare).filter(it -> it.node().kind() == Node.Kind.LOCK);
    return ours.or(() -> foreign(bare)).map(BodyScan::hold);
  }

  private Optional<Resource> foreign(ExpressionTree tree) {
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    if (isName
        && element(tree) instanceof VariableElement field
        && field.getKind().isField()
        && field.getModifiers().contains(Modifier.FINAL)) {
      Node node = new Node(
          Node.Kind.FOREIGN,
          symbols.name(Symbols.declaring(field)),
          field.getSimpleName().toString(),
          field.getModifiers().contains(Modifier.STATIC));
      return Optional.of(Resource.of(ownerOf(tree, field), node));
    }
    return Optional.empty();
  }

  /** The bodies whose end {@code tree}, a task or a group of them, stands for. */
  List<String> tasks(ExpressionTree tree) {
    List<String> started = variables.started(tree);
    if (started.isEmpty() && tree instanceof MethodInvocationTree call) {
      // Task.all(List.of(one, other)): what is waited for stands in the arguments.
      return call.getArguments().stream()
          .flatMap(it -> tasks(bare(it)).stream())
          .toList();
    }
    if (!started.isEmpty()) {
      return started;
    }
    return tree instanceof IdentifierTree && element(tree) instanceof VariableElement variable
        ? variables.tasks(variable)
        : List.of();
  }
}
