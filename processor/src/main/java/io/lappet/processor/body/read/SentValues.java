package io.lappet.processor.body.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Follows one body in the order in which it runs, and finds variables whose value is used after it was
 * sent. Where two ways meet, a value was sent if it was on one of them.
 */
final class SentValues extends TreeScanner<Void, Void> {
  private static final String SENDER = "io.lappet.Sender";

  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final Mutability mutability;
  private final Function<Tree, Spot> spots;
  private final List<Act> found = new ArrayList<>();
  private final Set<VariableElement> told = new HashSet<>();
  private final Set<VariableElement> made = new HashSet<>();
  private final Deque<Loop> loops = new ArrayDeque<>();

  /** Where each value that was sent was sent; null behind a jump, where nothing runs. */
  private @Nullable Map<VariableElement, Spot> sent = new HashMap<>();

  /** What was sent at the jumps out of a loop or switch, and at those to its next round. */
  private record Loop(
      List<Map<VariableElement, Spot>> breaks, List<Map<VariableElement, Spot>> continues) {}

  SentValues(
      Symbols symbols,
      CompilationUnitTree unit,
      Mutability mutability,
      Function<Tree, Spot> spots) {
    this.symbols = symbols;
    this.unit = unit;
    this.mutability = mutability;
    this.spots = spots;
  }

  /** What is used again in {@code body}. */
  List<Act> in(Tree body) {
    scan(body, null);
    leave();
    return List.copyOf(found);
  }

  /** What is still in a field when a method ends is there for whoever looks next. */
  private void leave() {
    Map<VariableElement, Spot> last = sent == null ? Map.of() : sent;
    last.forEach((variable, where) -> {
      if (variable.getKind().isField()) {
        tell(variable, where, where);
      }
    });
    sent = null;
  }

  private void tell(VariableElement variable, Spot where, Spot at) {
    if (told.add(variable)) {
      String owner = variable.getKind().isField() ? symbols.name(Symbols.declaring(variable)) : "";
      String name = variable.getSimpleName().toString();
      found.add(new Act.Reuse(name, owner, where, List.of(), at));
    }
  }

  // What is sent and used.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    Optional<VariableElement> message = message(tree);
    if (message.isPresent()) {
      scan(tree.getMethodSelect(), null);
      scan(tree.getArguments().subList(1, tree.getArguments().size()), null);
      use(message.get(), tree.getArguments().get(0), false);
      if (sent != null) {
        sent.put(message.get(), spots.apply(tree));
      }
      return null;
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      boolean isChange = Library.MUTATORS.contains(select.getIdentifier().toString());
      variable(select.getExpression()).ifPresent(it -> use(it, tree, isChange));
    }
    super.visitMethodInvocation(tree, null);
    forgetFields(tree);
    return null;
  }

  /** The variable whose value a call sends, if that could be changed afterwards. */
  private Optional<VariableElement> message(MethodInvocationTree tree) {
    if (tree.getArguments().isEmpty()
        || !(symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement method)
        || !symbols.name(Symbols.declaring(method)).equals(SENDER)) {
      return Optional.empty();
    }
    return variable(tree.getArguments().get(0)).filter(it -> mutability.isMutable(it.asType()));
  }

  /** Another method of the object may have put something else into its fields. */
  private void forgetFields(MethodInvocationTree tree) {
    if (sent != null
        && symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement method) {
      String type = symbols.name(Symbols.declaring(method));
      if (!Library.isOfJdk(type) && !Library.isOfRuntime(type)) {
        sent.keySet().removeIf(variable -> variable.getKind().isField());
      }
    }
  }

  private Optional<VariableElement> variable(ExpressionTree tree) {
    ExpressionTree bare = BodyScan.bare(tree);
    boolean isOfThis = bare instanceof IdentifierTree
        || bare instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree of
            && of.getName().contentEquals("this");
    Element element = isOfThis ? symbols.element(unit, bare) : null;
    return element instanceof VariableElement variable ? Optional.of(variable) : Optional.empty();
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    variable(tree).ifPresent(it -> use(it, tree, false));
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    variable(tree).ifPresent(it -> use(it, tree, false));
    return super.visitMemberSelect(tree, null);
  }

  private void use(VariableElement variable, Tree at, boolean isChange) {
    Spot where = sent == null ? null : sent.get(variable);
    // Who was given a value may have been told that it does not change: then only a change counts.
    boolean isCertain =
        isChange || made.contains(variable) || variable.getKind().isField();
    if (where != null && isCertain) {
      tell(variable, where, spots.apply(at));
    }
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    scan(tree.getInitializer(), null);
    if (symbols.element(unit, tree) instanceof VariableElement variable) {
      assign(variable, tree.getInitializer());
    }
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Optional<VariableElement> variable = variable(tree.getVariable());
    if (variable.isPresent()) {
      assign(variable.get(), tree.getExpression());
    } else {
      scan(tree.getVariable(), null);
    }
    return null;
  }

  private void assign(VariableElement variable, @Nullable ExpressionTree value) {
    if (sent != null) {
      sent.remove(variable);
    }
    if (value != null && mutability.makesMutable(unit, BodyScan.bare(value))) {
      made.add(variable);
    } else {
      made.remove(variable);
    }
  }

  // The order in which things run.

  private static @Nullable Map<VariableElement, Spot> copy(
      @Nullable Map<VariableElement, Spot> one) {
    return one == null ? null : new HashMap<>(one);
  }

  private static @Nullable Map<VariableElement, Spot> either(
      @Nullable Map<VariableElement, Spot> one, @Nullable Map<VariableElement, Spot> other) {
    if (one == null || other == null) {
      return one == null ? copy(other) : copy(one);
    }
    Map<VariableElement, Spot> both = new HashMap<>(one);
    other.forEach(both::putIfAbsent);
    return both;
  }

  @Override
  public Void visitIf(IfTree tree, Void unused) {
    Map<VariableElement, Spot> before = copy(sent);
    scan(tree.getCondition(), null);
    Outcome outcome = outcome(tree.getCondition(), before, sent);
    sent = copy(outcome.whenTrue());
    scan(tree.getThenStatement(), null);
    Map<VariableElement, Spot> then = sent;
    sent = copy(outcome.whenFalse());
    scan(tree.getElseStatement(), null);
    sent = either(then, sent);
    return null;
  }

  /** What was sent after a condition. */
  private record Outcome(
      @Nullable Map<VariableElement, Spot> whenTrue,
      @Nullable Map<VariableElement, Spot> whenFalse) {
    Outcome not() {
      return new Outcome(whenFalse, whenTrue);
    }
  }

  /** {@code trySend} has sent if it says so. */
  private Outcome outcome(
      ExpressionTree condition,
      @Nullable Map<VariableElement, Spot> before,
      @Nullable Map<VariableElement, Spot> after) {
    ExpressionTree bare = BodyScan.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return outcome(not.getExpression(), before, after).not();
    }
    if (bare instanceof MethodInvocationTree call && message(call).isPresent()) {
      return new Outcome(after, before);
    }
    // In any other condition with a trySend it is not clear when it has sent.
    return bare instanceof BinaryTree ? new Outcome(before, before) : new Outcome(after, after);
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    Map<VariableElement, Spot> before = copy(sent);
    scan(tree.getCondition(), null);
    Outcome outcome = outcome(tree.getCondition(), before, sent);
    sent = copy(outcome.whenTrue());
    scan(tree.getTrueExpression(), null);
    Map<VariableElement, Spot> then = sent;
    sent = copy(outcome.whenFalse());
    scan(tree.getFalseExpression(), null);
    sent = either(then, sent);
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    loop(tree.getCondition(), List.of(), tree.getStatement());
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    scan(tree.getInitializer(), null);
    loop(tree.getCondition(), tree.getUpdate(), tree.getStatement());
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Map<VariableElement, Spot> before = copy(sent);
    Loop loop = begin();
    // Twice: what the first round has sent is there in the second.
    for (int round = 0; round < 2; round++) {
      scan(tree.getVariable(), null);
      scan(tree.getStatement(), null);
      for (Map<VariableElement, Spot> next : loop.continues()) {
        sent = either(sent, next);
      }
    }
    sent = either(sent, before);
    end(loop);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    Loop loop = begin();
    Map<VariableElement, Spot> last = null;
    for (int round = 0; round < 2; round++) {
      scan(tree.getStatement(), null);
      Map<VariableElement, Spot> before = copy(sent);
      scan(tree.getCondition(), null);
      Outcome outcome = outcome(tree.getCondition(), before, sent);
      last = outcome.whenFalse();
      sent = copy(outcome.whenTrue());
    }
    sent = last;
    end(loop);
    return null;
  }

  private void loop(
      @Nullable ExpressionTree condition, List<? extends Tree> update, StatementTree body) {
    Loop loop = begin();
    boolean isEndless = condition == null
        || BodyScan.bare(condition) instanceof LiteralTree literal
            && Boolean.TRUE.equals(literal.getValue());
    Map<VariableElement, Spot> last = null;
    for (int round = 0; round < 2; round++) {
      Map<VariableElement, Spot> before = copy(sent);
      scan(condition, null);
      Outcome outcome =
          condition == null ? new Outcome(sent, sent) : outcome(condition, before, sent);
      last = isEndless ? null : either(last, outcome.whenFalse());
      sent = copy(outcome.whenTrue());
      scan(body, null);
      for (Map<VariableElement, Spot> next : loop.continues()) {
        sent = either(sent, next);
      }
      scan(update, null);
    }
    sent = isEndless ? null : either(last, sent);
    end(loop);
  }

  private Loop begin() {
    Loop loop = new Loop(new ArrayList<>(), new ArrayList<>());
    loops.push(loop);
    return loop;
  }

  private void end(Loop loop) {
    loops.pop();
    for (Map<VariableElement, Spot> out : loop.breaks()) {
      sent = either(sent, out);
    }
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Map<VariableElement, Spot> before = copy(sent);
    Loop loop = begin();
    Map<VariableElement, Spot> after = copy(before);
    for (CaseTree each : tree.getCases()) {
      boolean fallsIn = each.getCaseKind() == CaseTree.CaseKind.STATEMENT;
      sent = fallsIn ? either(before, sent) : copy(before);
      scan(each, null);
      after = either(after, sent);
    }
    sent = after;
    // A continue in a switch belongs to the loop around it.
    end(loop);
    if (!loops.isEmpty()) {
      loops.peek().continues().addAll(loop.continues());
    }
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    scan(tree.getResources(), null);
    Map<VariableElement, Spot> before = copy(sent);
    scan(tree.getBlock(), null);
    Map<VariableElement, Spot> after = sent;
    // Who catches something may catch that nothing was sent.
    for (CatchTree each : tree.getCatches()) {
      sent = copy(before);
      scan(each, null);
      after = either(after, sent);
    }
    sent = copy(before);
    scan(tree.getFinallyBlock(), null);
    boolean isOver = sent == null;
    sent = isOver ? null : after;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    super.visitReturn(tree, null);
    leave();
    return null;
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    super.visitThrow(tree, null);
    sent = null;
    return null;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void unused) {
    jump(loops.isEmpty() ? null : loops.peek().breaks());
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    jump(loops.isEmpty() ? null : loops.peek().continues());
    return null;
  }

  private void jump(@Nullable List<Map<VariableElement, Spot>> to) {
    if (sent != null && to != null) {
      to.add(sent);
    }
    sent = null;
  }

  // What runs at another time.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    Map<VariableElement, Spot> before = copy(sent);
    scan(tree.getBody(), null);
    sent = before;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }
}
