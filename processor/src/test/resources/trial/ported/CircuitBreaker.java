package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.Callable;

/** Lets calls through until too many fail, then none for a while, then one to see. */
abstract class CircuitBreaker {
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  private final int threshold;
  private State state = State.CLOSED;
  private int failures;
  private int quiet;

  CircuitBreaker(int threshold) {
    this.threshold = threshold;
  }

  <T> T call(Callable<T> body) throws Exception {
    if (!mayPass()) {
      throw new IllegalStateException("open");
    }
    try {
      T result = body.call();
      succeeded();
      return result;
    } catch (Exception e) {
      failed();
      throw e;
    }
  }

  @Synchronized
  boolean mayPass() {
    if (state == State.HALF_OPEN) {
      state = State.OPEN;
      return true;
    }
    return state == State.CLOSED;
  }

  @Synchronized
  void succeeded() {
    state = State.CLOSED;
    failures = 0;
  }

  @Synchronized
  void failed() {
    if (++failures >= threshold) {
      state = State.OPEN;
      quiet = 0;
    }
  }

  @PeriodicTimer(every = "1s", daemon = true)
  //+ @Synchronized
  void cool() {
    if (state == State.OPEN && ++quiet > 5) {
      state = State.HALF_OPEN; //! LAP201
    }
  }
}
