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
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body in the order in which it runs, with what was done to its variables so far. Where
 * two ways meet, something was done if it was on one of them.
 */
abstract class FlowScan extends TreeScanner<Void, Void> {
  private final Deque<Loop> loops = new ArrayDeque<>();

  /** Where it was done to each variable; null behind a jump, where nothing runs. */
  @Nullable
  Map<VariableElement, Spot> done = new HashMap<>();

  /** What was done at the jumps out of a loop or switch, and at those to its next round. */
  private record Loop(
      List<Map<VariableElement, Spot>> breaks, List<Map<VariableElement, Spot>> continues) {}

  /** Whether what {@code call} does was done only if it gives true. */
  abstract boolean isDoneIfTrue(MethodInvocationTree call);

  /** The body ends here. */
  abstract void leave();

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
    Map<VariableElement, Spot> before = copy(done);
    scan(tree.getCondition(), null);
    Outcome outcome = outcome(tree.getCondition(), before, done);
    done = copy(outcome.whenTrue());
    scan(tree.getThenStatement(), null);
    Map<VariableElement, Spot> then = done;
    done = copy(outcome.whenFalse());
    scan(tree.getElseStatement(), null);
    done = either(then, done);
    return null;
  }

  /** What has happened after a condition. */
  private record Outcome(
      @Nullable Map<VariableElement, Spot> whenTrue,
      @Nullable Map<VariableElement, Spot> whenFalse) {
    Outcome not() {
      return new Outcome(whenFalse, whenTrue);
    }
  }

  /** What {@code trySend} does is done if it says so. */
  private Outcome outcome(
      ExpressionTree condition,
      @Nullable Map<VariableElement, Spot> before,
      @Nullable Map<VariableElement, Spot> after) {
    ExpressionTree bare = Expressions.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return outcome(not.getExpression(), before, after).not();
    }
    if (bare instanceof MethodInvocationTree call && isDoneIfTrue(call)) {
      return new Outcome(after, before);
    }
    // In any other condition with such a call it is not clear when it is done.
    return bare instanceof BinaryTree ? new Outcome(before, before) : new Outcome(after, after);
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    Map<VariableElement, Spot> before = copy(done);
    scan(tree.getCondition(), null);
    Outcome outcome = outcome(tree.getCondition(), before, done);
    done = copy(outcome.whenTrue());
    scan(tree.getTrueExpression(), null);
    Map<VariableElement, Spot> then = done;
    done = copy(outcome.whenFalse());
    scan(tree.getFalseExpression(), null);
    done = either(then, done);
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
    Map<VariableElement, Spot> before = copy(done);
    Loop loop = begin();
    // Twice: what happened in the first round is there in the second.
    for (int round = 0; round < 2; round++) {
      scan(tree.getVariable(), null);
      scan(tree.getStatement(), null);
      for (Map<VariableElement, Spot> next : loop.continues()) {
        done = either(done, next);
      }
    }
    done = either(done, before);
    end(loop);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    Loop loop = begin();
    Map<VariableElement, Spot> last = null;
    for (int round = 0; round < 2; round++) {
      scan(tree.getStatement(), null);
      Map<VariableElement, Spot> before = copy(done);
      scan(tree.getCondition(), null);
      Outcome outcome = outcome(tree.getCondition(), before, done);
      last = outcome.whenFalse();
      done = copy(outcome.whenTrue());
    }
    done = last;
    end(loop);
    return null;
  }

  private void loop(
      @Nullable ExpressionTree condition, List<? extends Tree> update, StatementTree body) {
    Loop loop = begin();
    boolean isEndless = condition == null
        || Expressions.bare(condition) instanceof LiteralTree literal
            && Boolean.TRUE.equals(literal.getValue());
    Map<VariableElement, Spot> last = null;
    for (int round = 0; round < 2; round++) {
      Map<VariableElement, Spot> before = copy(done);
      scan(condition, null);
      Outcome outcome =
          condition == null ? new Outcome(done, done) : outcome(condition, before, done);
      last = isEndless ? null : either(last, outcome.whenFalse());
      done = copy(outcome.whenTrue());
      scan(body, null);
      for (Map<VariableElement, Spot> next : loop.continues()) {
        done = either(done, next);
      }
      scan(update, null);
    }
    done = isEndless ? null : either(last, done);
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
      done = either(done, out);
    }
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Map<VariableElement, Spot> before = copy(done);
    Loop loop = begin();
    Map<VariableElement, Spot> after = copy(before);
    for (CaseTree each : tree.getCases()) {
      boolean fallsIn = each.getCaseKind() == CaseTree.CaseKind.STATEMENT;
      done = fallsIn ? either(before, done) : copy(before);
      scan(each, null);
      after = either(after, done);
    }
    done = after;
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
    Map<VariableElement, Spot> before = copy(done);
    scan(tree.getBlock(), null);
    Map<VariableElement, Spot> after = done;
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
    super.visitReturn(tree, null);
    leave();
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
    jump(loops.isEmpty() ? null : loops.peek().breaks());
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    jump(loops.isEmpty() ? null : loops.peek().continues());
    return null;
  }

  private void jump(@Nullable List<Map<VariableElement, Spot>> to) {
    if (done != null && to != null) {
      to.add(done);
    }
    done = null;
  }

  // What runs at another time.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    Map<VariableElement, Spot> before = copy(done);
    scan(tree.getBody(), null);
    done = before;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }
}
