package io.lappet;

import io.lappet.gen.Monitor;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Another thread that is inside a method guarded by a lock until it is let go. */
record Inside(Side<Void> side, CountDownLatch leave) {
  /** Calls {@code body} as a method guarded by {@code lock} would be called. */
  static <T> T guarded(Monitor lock, Callable<T> body) throws Exception {
    lock.enter();
    try {
      return body.call();
    } finally {
      lock.exit();
    }
  }

  /** Calls {@code body} as a method guarded by {@code lock} would be called. */
  static void guarded(Monitor lock, Body body) throws Exception {
    guarded(lock, () -> {
      body.run();
      return null;
    });
  }

  /** Another thread enters {@code lock}. */
  static Inside inside(Monitor lock) throws Exception {
    return inside(lock::enter, lock::exit);
  }

  /** Another thread enters. */
  static Inside inside(Body enter, Body exit) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Side<Void> side = Side.run(() -> {
      enter.run();
      try {
        entered.countDown();
        leave.await();
      } finally {
        exit.run();
      }
    });
    Eventually.passes(entered);
    return new Inside(side, leave);
  }

  void letGo() {
    leave.countDown();
    side.result();
  }
}
