package io.lappet.benchmarks.channels;

import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * A queue of JCTools around which both sides spin, then yield, then sleep for longer and longer. No
 * wake-ups and no fences: cheap as long as items come, late and never quite idle when they do not.
 */
final class BackoffQueue {
  private static final int SPINS = 10;
  private static final int YIELDS = 20;
  private static final int FIRST_NANOS = 1_000;
  private static final int MOST_DOUBLINGS = 10;

  private final Queue<Integer> queue;

  BackoffQueue(Queue<Integer> queue) {
    this.queue = queue;
  }

  void put(Integer item) throws InterruptedException {
    for (int tries = 0; !queue.offer(item); tries++) {
      idle(tries);
    }
  }

  Integer take() throws InterruptedException {
    Integer item = queue.poll();
    for (int tries = 0; item == null; tries++) {
      idle(tries);
      item = queue.poll();
    }
    return item;
  }

  private void idle(int tries) throws InterruptedException {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else if (tries < SPINS + YIELDS) {
      Thread.yield();
    } else {
      int doublings = Math.min(tries - SPINS - YIELDS, MOST_DOUBLINGS);
      LockSupport.parkNanos(this, (long) FIRST_NANOS << doublings);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
