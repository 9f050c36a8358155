package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that a thread of a worker lets a loop make for it, and waits for.
 *
 * @param <A> the type of the argument
 * @param <R> the type of the result
 */
final class Visit<A, R> extends Letter {
  /*
   * WAITING -> CALLED -> OVER;  WAITING -> OVER, when nobody wants the call any more
   */
  private enum State {
    WAITING,
    CALLED,
    OVER
  }

  private final LoopCore loop;
  private final BooleanSupplier forbidden;
  private final Job job;
  private final Fn<? super A, ? extends R> body;
  private final A argument;
  private final ReentrantLock lock;
  private final Condition changed;
  private State state = State.WAITING; // guarded by lock
  private @Nullable Thread thread; // guarded by lock; not null while the body runs
  private @Nullable R result; // guarded by lock
  private @Nullable Throwable failure; // guarded by lock

  private Visit(
      LoopCore loop,
      BooleanSupplier forbidden,
      Job job,
      Fn<? super A, ? extends R> body,
      A argument) {
    this.loop = loop;
    this.forbidden = forbidden;
    this.job = job;
    this.body = body;
    this.argument = argument;
    this.lock = new NamedLock("call", job.name());
    this.changed = lock.newCondition();
  }

  /**
   * What calls {@code body} on {@code loop}, if there is one, for the thread that calls it.
   *
   * @param forbidden whether no call begins any more
   */
  static <A, R> Fn<A, R> to(@Nullable LoopCore loop, BooleanSupplier forbidden, Fn<A, R> body) {
    if (loop == null) {
      return body;
    }
    return argument -> {
      Job job = Threads.currentJob();
      if (job == null) {
        throw new IllegalStateException("Only a thread of a worker visits " + loop);
      }
      return new Visit<A, R>(loop, forbidden, job, body, argument).make();
    };
  }

  /**
   * Makes the call. An interrupt before it has begun takes it back; one after that goes to the body,
   * whose end is waited for.
   */
  @SuppressWarnings("NullAway") // the result of a body may be null; R says so to the caller
  private R make() throws Exception {
    loop.post(this, false);
    lock.lock();
    try {
      while (state != State.OVER) {
        try {
          seamAwait();
        } catch (InterruptedException e) {
          if (state == State.WAITING) {
            state = State.OVER;
            throw e;
          }
          if (thread != null) {
            thread.interrupt();
          }
        }
      }
    } finally {
      lock.unlock();
    }
    if (failure != null) {
      throw Visit.<Exception>unchecked(failure);
    }
    return result;
  }

  private void seamAwait() throws InterruptedException {
    loop.seam().await(lock, changed, () -> state == State.OVER, Seam.NEVER);
  }

  /** A body throws what it likes, and so does who calls it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X unchecked(Throwable failure) throws X {
    throw (X) failure;
  }

  @Override
  void open(LoopCore.Stint stint) {
    if (forbidden.getAsBoolean()) {
      refuse(new InterruptedException("The grace has passed"));
    } else if (begin()) {
      stint.visit(job, this::call);
    }
  }

  private void call() {
    R value = null;
    Throwable thrown = null;
    try {
      value = body.apply(argument);
    } catch (Throwable e) {
      thrown = e;
    }
    end(value, thrown);
    if (thrown instanceof Abandoned abandoned) {
      throw abandoned;
    }
  }

  @Override
  void refuse(Throwable thrown) {
    end(null, thrown);
  }

  private boolean begin() {
    lock.lock();
    try {
      if (state != State.WAITING) {
        return false;
      }
      state = State.CALLED;
      thread = Thread.currentThread();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end(@Nullable R value, @Nullable Throwable thrown) {
    lock.lock();
    try {
      thread = null; // from now on nobody interrupts
      state = State.OVER;
      result = value;
      failure = thrown;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
