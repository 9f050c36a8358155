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
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through a body in the order in which it runs, with what was sent of its variables so far. */
abstract class FlowScan extends TreeScanner<Void, Void> {
  private final Deque<Loop> loops = new ArrayDeque<>();
  /** Where the lambdas around this place end. */
  private final Deque<Jumps> ends = new ArrayDeque<>();

  private @Nullable String label;

  /** What was sent before this place. */
  SentSoFar done = SentSoFar.NOTHING;

  /** What was sent where one jumps to the same place. */
  private static final class Jumps {
    private SentSoFar sent = SentSoFar.UNREACHED;

    void add(SentSoFar before) {
      sent = sent.or(before);
    }
  }

  /**
   * A loop or switch.
   *
   * @param gives whether it is a switch that has a value
   * @param breaks the jumps out of it
   * @param continues the jumps to its next round
   */
  private record Loop(@Nullable String label, boolean gives, Jumps breaks, Jumps continues) {}

  /** What was sent after a condition. */
  record Outcome(SentSoFar whenTrue, SentSoFar whenFalse) {
    private Outcome not() {
      return new Outcome(whenFalse, whenTrue);
    }

    /** Whatever it has given. */
    SentSoFar either() {
      return whenTrue.or(whenFalse);
    }
  }

  /** What was sent after {@code condition}, which was the last to run, if it has given {@code result}. */
  abstract SentSoFar after(ExpressionTree condition, boolean result);

  /** Whether {@code lambda} runs where it stands, for each of several elements. */
  abstract boolean isRound(LambdaExpressionTree lambda);

  /** The body ends here, with {@code result}, if it has one. */
  abstract void leave(@Nullable ExpressionTree result, Outcome outcome);

  // Conditions.

  /** Reads {@code condition}. */
  private Outcome condition(ExpressionTree condition) {
    ExpressionTree bare = Expressions.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return condition(not.getExpression()).not();
    }
    if (bare instanceof BinaryTree binary && binary.getKind() == Tree.Kind.CONDITIONAL_AND) {
      Outcome left = condition(binary.getLeftOperand());
      done = left.whenTrue();
      Outcome right = condition(binary.getRightOperand());
      return new Outcome(right.whenTrue(), left.whenFalse().or(right.whenFalse()));
    }
    if (bare instanceof BinaryTree binary && binary.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Outcome left = condition(binary.getLeftOperand());
      done = left.whenFalse();
      Outcome right = condition(binary.getRightOperand());
      return new Outcome(left.whenTrue().or(right.whenTrue()), right.whenFalse());
    }
    scan(bare, null);
    return new Outcome(after(bare, true), after(bare, false));
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    boolean isCondition =
        tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    if (!isCondition) {
      return super.visitBinary(tree, null);
    }
    done = condition(tree).either();
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
    done = outcome.whenTrue();
    scan(whenTrue, null);
    SentSoFar then = done;
    done = outcome.whenFalse();
    scan(whenFalse, null);
    done = then.or(done);
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
    SentSoFar before = done;
    Loop loop = begin(false);
    // Twice: what happened in the first round is there in the second.
    for (int round = 0; round < 2; round++) {
      scan(tree.getVariable(), null);
      scan(tree.getStatement(), null);
      done = done.or(loop.continues().sent);
    }
    done = done.or(before);
    end(loop);
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    Loop loop = begin(false);
    SentSoFar last = SentSoFar.UNREACHED;
    for (int round = 0; round < 2; round++) {
      scan(tree.getStatement(), null);
      done = done.or(loop.continues().sent);
      Outcome outcome = condition(tree.getCondition());
      last = outcome.whenFalse();
      done = outcome.whenTrue();
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
    SentSoFar last = SentSoFar.UNREACHED;
    for (int round = 0; round < 2; round++) {
      Outcome outcome =
          condition == null ? new Outcome(done, SentSoFar.UNREACHED) : condition(condition);
      last = last.or(outcome.whenFalse());
      done = outcome.whenTrue();
      scan(body, null);
      done = done.or(loop.continues().sent);
      scan(update, null);
    }
    done = isEndless ? SentSoFar.UNREACHED : last.or(done);
    end(loop);
  }

  private Loop begin(boolean gives) {
    Loop loop = new Loop(label, gives, new Jumps(), new Jumps());
    label = null;
    loops.push(loop);
    return loop;
  }

  private void end(Loop loop) {
    loops.pop();
    done = done.or(loop.breaks().sent);
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
    SentSoFar before = done;
    Loop loop = begin(gives);
    // A switch that has a value has a case for everything.
    SentSoFar after = gives ? SentSoFar.UNREACHED : before;
    for (CaseTree each : cases) {
      boolean fallsIn = each.getCaseKind() == CaseTree.CaseKind.STATEMENT;
      done = fallsIn ? before.or(done) : before;
      scan(each, null);
      after = gives && fallsIn ? after : after.or(done);
    }
    done = after;
    end(loop);
    // A continue in a switch belongs to the loop around it.
    Loop around = loops.peek();
    if (around != null) {
      around.continues().add(loop.continues().sent);
    }
  }

  // Jumps.

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    scan(tree.getResources(), null);
    SentSoFar before = done;
    scan(tree.getBlock(), null);
    SentSoFar after = done;
    // Who catches something may catch that nothing happened.
    for (CatchTree each : tree.getCatches()) {
      done = before;
      scan(each, null);
      after = after.or(done);
    }
    done = before;
    scan(tree.getFinallyBlock(), null);
    done = done.isReached() ? after : done;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    ExpressionTree result = tree.getExpression();
    Jumps end = ends.peek();
    if (end == null) {
      leave(result, result == null ? new Outcome(done, done) : condition(result));
    } else {
      scan(result, null);
    }
    jump(end);
    return null;
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    super.visitThrow(tree, null);
    jump(null);
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

  /** Jumps from here, to a place that is looked at if it is known. */
  private void jump(@Nullable Jumps to) {
    if (to != null) {
      to.add(done);
    }
    done = SentSoFar.UNREACHED;
  }

  // What runs at another time, or several times.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    boolean isRound = isRound(tree);
    SentSoFar before = done;
    Jumps returns = new Jumps();
    ends.push(returns);
    for (int round = 0; round < (isRound ? 2 : 1); round++) {
      scan(tree.getBody(), null);
      done = done.or(returns.sent);
    }
    ends.pop();
    done = isRound ? done.or(before) : before;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }
}
