package io.lappet.internal.fabric;

import io.lappet.ChannelClosedException;
import io.lappet.Failure;
import io.lappet.Fn;
import io.lappet.WaitInterruptedException;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Inlet;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Deadlines;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker as its kinds see it: it calls the method of a user under the policy for failures. */
public abstract sealed class WorkerCore extends WorkerLife permits ThreadWorker, TimerWorker {
  private final Then defaultThen;
  private final Contexts contexts;
  private final boolean isProbed;
  private final Setbacks setbacks; // guarded by lock
  private long failures; // guarded by lock
  private int restarts; // guarded by lock
  private @Nullable Throwable lastFailure; // guarded by lock

  WorkerCore(Component component, WorkerSpec spec, Then defaultThen) {
    super(component, spec);
    this.defaultThen = defaultThen;
    this.contexts = fabric.contexts();
    this.isProbed = contexts.isProbed();
    this.setbacks = new Setbacks(spec.policy());
  }

  /** What came of a call. */
  enum Verdict {
    /** It returned. */
    RETURNED,
    /** It failed, that has been dealt with, and the worker goes on. */
    SETTLED,
    /** It failed or was stopped, that has been dealt with, and the worker ends. */
    ENDED,
    /** The grace had passed, or a test gave its thread up; what it had in hand is not done. */
    GIVEN_UP;

    /** Of what {@link #call} returns. */
    static Verdict of(@Nullable Object outcome) {
      return outcome instanceof Verdict verdict ? verdict : RETURNED;
    }
  }

  @Override
  final void beginAfresh() {
    assert lock.isHeldByCurrentThread();
    setbacks.clear();
  }

  /** Whether one call is meant to go on, so that one that lasted is a success even if it fails. */
  boolean succeedsByLasting() {
    return false;
  }

  /** Deals with a failure in another way than the policy; says whether it has. */
  boolean settlesItself(Object argument, Throwable failure, int attempts)
      throws InterruptedException {
    return false;
  }

  /**
   * Calls {@code body}; on failure tries again and settles as the policy says.
   *
   * @return what the body returned, or the verdict if it did not. A field for the result would cost
   *     more than all the rest: it is a store that the collector wants to know of.
   */
  final <A, R> @Nullable Object call(Hand hand, Fn<? super A, ? extends R> body, A argument) {
    for (int attempt = 1; ; attempt++) {
      if (!beginCall(hand)) {
        return endEarly();
      }
      long begin = succeedsByLasting() ? seam.nanos() : 0;
      try {
        R result = isProbed ? callProbed(body, argument) : body.apply(argument);
        endCall();
        succeeded();
        hand.countHandled();
        return result;
      } catch (Throwable e) {
        Verdict verdict = settleUnlessAgain(hand, argument, e, attempt, begin);
        if (verdict != null) {
          return verdict;
        }
      }
    }
  }

  /** Deals with a failed call; returns null if it is to be made again. */
  private @Nullable Verdict settleUnlessAgain(
      Hand hand, Object argument, Throwable failure, int attempt, long begin) {
    boolean interrupted = leaveCall(hand);
    if (failure instanceof Abandoned) {
      return Verdict.GIVEN_UP;
    }
    if (interrupted && isInterruption(failure)) {
      return endEarly();
    }
    failed(failure, succeedsByLasting() ? seam.nanos() - begin : 0);
    boolean again = !(failure instanceof Error) && attempt <= spec.policy().retries();
    if (again && backOff(hand, pause(attempt))) {
      return null;
    }
    return again && isForced() ? Verdict.GIVEN_UP : settle(hand, argument, failure, attempt);
  }

  /** Makes a call of which a test is told. */
  @SuppressWarnings("NullAway") // the result of a body may be null; R says so to the caller
  private <A, R> R callProbed(Fn<? super A, ? extends R> body, A argument) throws Exception {
    boolean abandoned = false;
    try {
      contexts.beforeCall(spec.name());
      return body.apply(argument);
    } catch (Abandoned e) {
      abandoned = true;
      throw e;
    } finally {
      if (!abandoned) {
        contexts.noteLeaks(spec.name());
      }
    }
  }

  /**
   * Sends what a call returned; a refusal is settled as a failure of that call.
   *
   * @param inlet of {@code to}
   */
  final <A, R> Verdict deliver(
      Hand hand, ChannelCore<R> to, Inlet<R> inlet, R message, A argument) {
    try {
      sendInHand(inlet, message);
      return Verdict.RETURNED;
    } catch (InterruptedException e) {
      return giveUp(to);
    } catch (RuntimeException e) {
      return settleRefusal(hand, argument, e);
    }
  }

  /**
   * Sends what is in hand: no interrupt but the end of the grace keeps it from being sent.
   *
   * @throws InterruptedException if the grace has passed
   */
  final <M> void sendInHand(Inlet<M> inlet, M message) throws InterruptedException {
    while (true) {
      try {
        inlet.send(message);
        return;
      } catch (InterruptedException e) {
        if (isForced()) {
          throw e;
        }
        // Not from us: from outside, or left by the user's method.
      }
    }
  }

  private Verdict giveUp(ChannelCore<?> to) {
    if (kind() != Kind.CONSUMER) { // whose message stays unfinished where it came from
      to.lose();
    }
    return Verdict.GIVEN_UP;
  }

  private Verdict settleRefusal(Hand hand, Object argument, RuntimeException refusal) {
    failed(refusal, 0);
    return refusal instanceof ChannelClosedException && kind() != Kind.CONSUMER
        ? end(refusal)
        : settle(hand, argument, refusal, 1);
  }

  private Verdict endEarly() {
    return isForced() ? Verdict.GIVEN_UP : Verdict.ENDED;
  }

  /** Whether it is, or wraps, what an interrupt makes of a wait. */
  private static boolean isInterruption(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException
          || cause instanceof WaitInterruptedException
          || cause instanceof ClosedByInterruptException
          || cause instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }

  /** Forgets the failures before. */
  final void succeeded() {
    if (setbacks.inARow() != 0) {
      lock.lock();
      try {
        setbacks.succeeded();
      } finally {
        lock.unlock();
      }
    }
  }

  private void failed(Throwable failure, long took) {
    lock.lock();
    try {
      failures++;
      lastFailure = failure;
      if (succeedsByLasting() && took > Deadlines.nanos(spec.policy().maxBackoff())) {
        setbacks.succeeded(); // it had been running well for longer than any pause
      }
    } finally {
      lock.unlock();
    }
  }

  /** Decides what follows a failure that retries did not put right. */
  private Verdict settle(Hand hand, Object argument, Throwable failure, int attempts) {
    if (failure instanceof Error) {
      return fail(failure);
    }
    try {
      if (settlesItself(argument, failure, attempts)) {
        return Verdict.SETTLED;
      }
    } catch (InterruptedException e) {
      return Verdict.GIVEN_UP; // only the end of the grace interrupts here
    } catch (RuntimeException e) {
      failure.addSuppressed(e); // the dead-letter channel is closed or full
      report(failure, Then.CONTINUE);
      return Verdict.SETTLED;
    }
    if (isStopping() && kind() != Kind.CONSUMER) {
      report(failure, Then.STOP); // it ends as stopped, and may be started again
      return Verdict.ENDED;
    }
    return switch (spec.policy().thenOr(defaultThen)) {
      case FAIL -> fail(failure);
      case STOP -> end(failure);
      case RESTART -> restart(hand, failure);
      case CONTINUE, DEFAULT -> {
        report(failure, Then.CONTINUE);
        yield Verdict.SETTLED;
      }
    };
  }

  private Verdict fail(Throwable failure) {
    endAsFailed();
    report(failure, Then.FAIL);
    fabric.fail(failure);
    return Verdict.ENDED;
  }

  private Verdict end(Throwable failure) {
    endAsFailed();
    report(failure, Then.STOP);
    wake();
    return Verdict.ENDED;
  }

  private Verdict restart(Hand hand, Throwable failure) {
    int count;
    lock.lock();
    try {
      if (setbacks.add(seam.nanos())) {
        count = 0;
      } else {
        count = setbacks.inARow();
        restarts++;
      }
    } finally {
      lock.unlock();
    }
    if (count == 0) {
      return fail(failure);
    }
    long pause = pause(count);
    report(failure, Then.RESTART);
    fabric.failures().restarting(this, Duration.ofNanos(pause));
    return backOff(hand, pause) ? Verdict.SETTLED : endEarly();
  }

  /** How long to wait before the {@code n}th repetition. */
  private long pause(int n) {
    return spec.policy().pauseNanos(n, fabric.chance());
  }

  private void report(Throwable failure, Then decision) {
    fabric
        .failures()
        .report(new Failure(spec.name(), spec.method(), Thread.currentThread(), failure, decision));
  }

  @Override
  public long failures() {
    lock.lock();
    try {
      return failures;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int restarts() {
    lock.lock();
    try {
      return restarts;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Throwable> lastFailure() {
    lock.lock();
    try {
      return Optional.ofNullable(lastFailure);
    } finally {
      lock.unlock();
    }
  }
}
