package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Ends calls that take too long, by an interrupt. */
final class CallLimit {
  private final FabricCore fabric;
  private final String name;
  private final Duration limit;
  private final BooleanSupplier isForced;

  /**
   * Makes one.
   *
   * @param name whose calls they are
   * @param isForced whether interrupts come from elsewhere as well, and stay
   */
  CallLimit(FabricCore fabric, String name, Duration limit, BooleanSupplier isForced) {
    this.fabric = fabric;
    this.name = name;
    this.limit = limit;
    this.isForced = isForced;
  }

  /**
   * Calls {@code body} on the calling thread.
   *
   * @throws TimeoutException if it took longer, however it ended
   */
  @SuppressWarnings("NullAway") // the result of a body may be null; R says so to the caller
  <A, R> R apply(Fn<? super A, ? extends R> body, A argument) throws Exception {
    Guard guard = new Guard(Thread.currentThread());
    TimerQueue.Entry entry = fabric.timers().schedule(Deadlines.after(fabric.seam(), limit), guard);
    R result;
    try {
      result = body.apply(argument);
    } catch (Exception e) {
      if (guard.leave(entry)) {
        throw tooLong(e);
      }
      throw e;
    } catch (Throwable e) {
      guard.leave(entry);
      throw e;
    }
    if (guard.leave(entry)) {
      throw tooLong(null);
    }
    return result;
  }

  private TimeoutException tooLong(@Nullable Exception cause) {
    TimeoutException failure = new TimeoutException(name + " has taken longer than " + limit);
    failure.initCause(cause);
    return failure;
  }

  /** Of one call. */
  private final class Guard implements Runnable {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread runner; // guarded by lock; while the body runs
    private boolean passed; // guarded by lock

    Guard(Thread runner) {
      this.runner = runner;
    }

    @Override
    public void run() {
      lock.lock();
      try {
        if (runner != null) {
          passed = true;
          runner.interrupt();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Lets nobody interrupt any more; says whether somebody has. */
    boolean leave(TimerQueue.Entry entry) {
      entry.cancel();
      lock.lock();
      try {
        runner = null;
        if (passed && !isForced.getAsBoolean()) {
          Thread.interrupted(); // that was for the body
        }
        return passed;
      } finally {
        lock.unlock();
      }
    }
  }
}
