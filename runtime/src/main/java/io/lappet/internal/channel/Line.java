package io.lappet.internal.channel;

import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * The messages that wait for one group of receivers, and the receivers that wait for messages.
 * Guarded by the lock of the channel.
 *
 * @param <T> the type of the messages
 */
final class Line<T> {
  final Store<T> store;
  private final GuardedChannel<T> channel;
  private final Condition filled;
  private int receivers; // those that wait

  Line(GuardedChannel<T> channel, Store<T> store) {
    this.channel = channel;
    this.store = store;
    this.filled = channel.lock.newCondition();
  }

  void add(Entry<T> entry) {
    store.add(entry);
    changed();
  }

  /** Marks a message as done that was given out. */
  void done(Entry<T> entry) {
    if (store.done(entry)) {
      changed();
    }
  }

  /** One more message may be ready. */
  private void changed() {
    if (store.keepsTime()) {
      filled.signalAll(); // each waits with the deadline of what was the earliest
    } else {
      filled.signal();
    }
  }

  /** Lets all receivers look again. */
  void wake() {
    filled.signalAll();
  }

  /** Whether a receiver waits for whom there is no message. */
  boolean hasFreeReceiver() {
    return receivers > store.size();
  }

  /** Whether a message was handed over to somebody who has left: the next to leave must take it. */
  boolean isOwed() {
    return channel.capacity() == 0 && store.size() > receivers;
  }

  /** Whether it is closed and empty. */
  boolean isEnded() {
    return channel.isShut() && store.size() == 0;
  }

  /** Waits as a receiver until {@code ready} or {@code deadline}; says whether it was ready. */
  boolean await(BooleanSupplier ready, long deadline) throws InterruptedException {
    assert channel.lock.isHeldByCurrentThread();
    receivers++;
    if (channel.capacity() == 0) {
      channel.room.signal();
    }
    try {
      return store.keepsTime()
          ? awaitTimed(ready, deadline)
          : channel.seam.await(channel.lock, filled, ready, deadline); // success beats interruption
    } finally {
      receivers--;
    }
  }

  /** Waits until the earliest message is due, which may be replaced meanwhile. */
  private boolean awaitTimed(BooleanSupplier ready, long deadline) throws InterruptedException {
    while (true) {
      long look = Math.min(deadline, store.dueAt());
      BooleanSupplier readyOrEarlier = () -> ready.getAsBoolean() || store.dueAt() < look;
      boolean woken = channel.seam.await(channel.lock, filled, readyOrEarlier, look);
      if (ready.getAsBoolean()) {
        return true;
      }
      if (!woken && look == deadline) {
        return false;
      }
    }
  }
}
