package io.lappet.processor.body.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body in the order in which it runs, with what was sent of its variables so far. Where
 * two ways meet, something was sent if it was on one of them.
 */
abstract class FlowScan extends TreeScanner<Void, Void> {
  private final Deque<Loop> loops = new ArrayDeque<>();
  /** What was sent where the lambdas around this place end. */
  private final Deque<List<Map<VariableElement, Sent>>> ends = new ArrayDeque<>();

  private @Nullable String label;

  /** What was sent of each variable; null behind a jump, where nothing runs. */
  @Nullable
  Map<VariableElement, Sent> done = new HashMap<>();

  /**
   * A loop or switch.
   *
   * @param gives whether it is a switch that has a value
   * @param breaks what was sent at the jumps out of it
   * @param continues the same, at those to its next round
   */
  private record Loop(
      @Nullable String label,
      boolean gives,
      List<Map<VariableElement, Sent>> breaks,
      List<Map<VariableElement, Sent>> continues) {}

  /** What was sent after a condition. */
  record Outcome(
      @Nullable Map<VariableElement, Sent> whenTrue,
      @Nullable Map<VariableElement, Sent> whenFalse) {
    private Outcome not() {
      return new Outcome(whenFalse, whenTrue);
    }
  }

  /** What was sent after {@code condition}, if it has given {@code result}. */
  abstract @Nullable Map<VariableElement, Sent> after(
      ExpressionTree condition,
      boolean result,
      @Nullable Map<VariableElement, Sent> before,
      Map<VariableElement, Sent> now);

  /** Whether {@code lambda} runs where it stands, for each of several elements. */
  abstract boolean isRound(LambdaExpressionTree lambda);

  /** The body ends here, with {@code result}, if it has one. */
  abstract void leave(@Nullable ExpressionTree result, Outcome outcome);

  static @Nullable Map<VariableElement, Sent> copy(@Nullable Map<VariableElement, Sent> one) {
    return one == null ? null : new HashMap<>(one);
  }

  static @Nullable Map<VariableElement, Sent> either(
      @Nullable Map<VariableElement, Sent> one, @Nullable Map<VariableElement, Sent> other) {
    if (one == null || other == null) {
      return one == null ? copy(other) : copy(one);
    }
    Map<VariableElement, Sent> both = new HashMap<>(one);
    other.forEach(both::putIfAbsent);
    return both;
  }

  // Conditions.

  /** Reads {@code condition}. */
  private Outcome condition(ExpressionTree condition) {
    ExpressionTree bare = Expressions.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return condition(not.getExpression()).not();
    }
    if (bare instanceof BinaryTree binary && binary.getKind() == Tree.Kind.CONDITIONAL_AND) {
      Outcome left = condition(binary.getLeftOperand());
      done = copy(left.whenTrue());
      Outcome right = condition(binary.getRightOperand());
      return new Outcome(right.whenTrue(), either(left.whenFalse(), right.whenFalse()));
    }
    if (bare instanceof BinaryTree binary && binary.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Outcome left = condition(binary.getLeftOperand());
      done = copy(left.whenFalse());
      Outcome right = condition(binary.getRightOperand());
      return new Outcome(either(left.whenTrue(), right.whenTrue()), right.whenFalse());
    }
    Map<VariableElement, Sent> before = copy(done);
    scan(bare, null);
    return done == null
        ? new Outcome(null, null)
        : new Outcome(after(bare, true, before, done), after(bare, false, before, done));
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    boolean isCondition =
        tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    if (!isCondition) {
      return super.visitBinary(tree, null);
    }
    Outcome outcome = condition(tree);
    done = either(outcome.whenTrue(), outcome.whenFalse());
    return null;
  }

  @Override
  public Void visitIf(IfTree tree, Void unused) {
    branch(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement());
    return null;
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    branch(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression());
    return null;
  }

  private void branch(ExpressionTree condition, Tree whenTrue, @Nullable Tree whenFalse) {
    Outcome outcome = condition(condition);
    done = copy(outcome.whenTrue());
    scan(whenTrue, null);
    Map<VariableElement, Sent> then = done;
    done = copy(outcome.whenFalse());
    scan(whenFalse, null);
    done = either(then, done);
  }

  // Loops.

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
    label = tree.getLabel().toString();
    scan(tree.getStatement(), null);
    label = null;
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
    Map<VariableElement, Sent> before = copy(done);
    Loop loop = begin(false);
    // Twice: what happened in the first round is there in the second.
    for (int round = 0; round < 2; round++) {
      scan(tree.getVariable(), null);
      scan(tree.getStatement(), null);
      for (Map<VariableElement, Sent> next : loop.continues()) {
        done = either(done, next);
      }
    }
    done = either(done, before);
    end(loop);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    Loop loop = begin(false);
    Map<VariableElement, Sent> last = null;
    for (int round = 0; round < 2; round++) {
      scan(tree.getStatement(), null);
      for (Map<VariableElement, Sent> next : loop.continues()) {
        done = either(done, next);
      }
      Outcome outcome = condition(tree.getCondition());
      last = outcome.whenFalse();
      done = copy(outcome.whenTrue());
    }
    done = last;
    end(loop);
    return null;
  }

  private void loop(
      @Nullable ExpressionTree condition, List<? extends Tree> update, StatementTree body) {
    Loop loop = begin(false);
    boolean isEndless = condition == null
        || Expressions.bare(condition) instanceof LiteralTree literal
            && Boolean.TRUE.equals(literal.getValue());
    Map<VariableElement, Sent> last = null;
    for (int round = 0; round < 2; round++) {
      Outcome outcome = condition == null ? new Outcome(done, null) : condition(condition);
      last = isEndless ? null : either(last, outcome.whenFalse());
      done = copy(outcome.whenTrue());
      scan(body, null);
      for (Map<VariableElement, Sent> next : loop.continues()) {
        done = either(done, next);
      }
      scan(update, null);
    }
    done = isEndless ? null : either(last, done);
    end(loop);
  }

  private Loop begin(boolean gives) {
    Loop loop = new Loop(label, gives, new ArrayList<>(), new ArrayList<>());
    label = null;
    loops.push(loop);
    return loop;
  }

  private void end(Loop loop) {
    loops.pop();
    for (Map<VariableElement, Sent> out : loop.breaks()) {
      done = either(done, out);
    }
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    cases(tree.getExpression(), tree.getCases(), false);
    return null;
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    cases(tree.getExpression(), tree.getCases(), true);
    return null;
  }

  private void cases(ExpressionTree of, List<? extends CaseTree> cases, boolean gives) {
    scan(of, null);
    Map<VariableElement, Sent> before = copy(done);
    Loop loop = begin(gives);
    // A switch that has a value has a case for everything.
    Map<VariableElement, Sent> after = gives ? null : copy(before);
    for (CaseTree each : cases) {
      boolean fallsIn = each.getCaseKind() == CaseTree.CaseKind.STATEMENT;
      done = fallsIn ? either(before, done) : copy(before);
      scan(each, null);
      after = gives && fallsIn ? after : either(after, done);
    }
    done = after;
    end(loop);
    // A continue in a switch belongs to the loop around it.
    if (!loops.isEmpty()) {
      loops.peek().continues().addAll(loop.continues());
    }
  }

  // Jumps.

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    scan(tree.getResources(), null);
    Map<VariableElement, Sent> before = copy(done);
    scan(tree.getBlock(), null);
    Map<VariableElement, Sent> after = done;
    // Who catches something may catch that nothing happened.
    for (CatchTree each : tree.getCatches()) {
      done = copy(before);
      scan(each, null);
      after = either(after, done);
    }
    done = copy(before);
    scan(tree.getFinallyBlock(), null);
    boolean isOver = done == null;
    done = isOver ? null : after;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    ExpressionTree result = tree.getExpression();
    if (ends.isEmpty()) {
      leave(result, result == null ? new Outcome(done, done) : condition(result));
    } else {
      scan(result, null);
      jump(ends.peek());
    }
    done = null;
    return null;
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    super.visitThrow(tree, null);
    done = null;
    return null;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void unused) {
    Loop loop = jumped(tree.getLabel(), it -> true);
    jump(loop == null ? null : loop.breaks());
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    Loop loop = jumped(tree.getLabel(), it -> true);
    jump(loop == null ? null : loop.continues());
    return null;
  }

  @Override
  public Void visitYield(YieldTree tree, Void unused) {
    scan(tree.getValue(), null);
    Loop loop = jumped(null, Loop::gives);
    jump(loop == null ? null : loop.breaks());
    return null;
  }

  /** The innermost loop or switch of that label, if there is one, that is wanted. */
  private @Nullable Loop jumped(@Nullable CharSequence name, Predicate<Loop> wanted) {
    for (Loop loop : loops) {
      boolean isNamed = name == null || loop.label() != null && loop.label().contentEquals(name);
      if (isNamed && wanted.test(loop)) {
        return loop;
      }
    }
    return null;
  }

  private void jump(@Nullable List<Map<VariableElement, Sent>> to) {
    if (done != null && to != null) {
      to.add(done);
    }
    done = null;
  }

  // What runs at another time, or several times.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    boolean isRound = isRound(tree);
    Map<VariableElement, Sent> before = copy(done);
    List<Map<VariableElement, Sent>> returns = new ArrayList<>();
    ends.push(returns);
    for (int round = 0; round < (isRound ? 2 : 1); round++) {
      scan(tree.getBody(), null);
      for (Map<VariableElement, Sent> end : returns) {
        done = either(done, end);
      }
    }
    ends.pop();
    done = isRound ? either(done, before) : before;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }
}
