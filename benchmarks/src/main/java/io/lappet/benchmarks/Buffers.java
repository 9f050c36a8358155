package io.lappet.benchmarks;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The bounded buffer in several hands; all have the same ring of numbers. */
final class Buffers {
  private Buffers() {}

  /** What the buffers share. */
  @SuppressWarnings("guard-unheard") // the subclass that changes without our lock has no guards
  abstract static class Buffer {
    private final long[] ring;
    private int first;
    private int count;

    Buffer(int capacity) {
      this.ring = new long[capacity];
    }

    abstract void put(long item) throws InterruptedException;

    abstract long take() throws InterruptedException;

    final boolean isNotFull() {
      return count < ring.length;
    }

    final boolean isNotEmpty() {
      return count > 0;
    }

    final void add(long item) {
      int last = first + count;
      ring[last < ring.length ? last : last - ring.length] = item;
      count++;
    }

    final long remove() {
      long item = ring[first];
      first = first + 1 < ring.length ? first + 1 : 0;
      count--;
      return item;
    }
  }

  /** A lock and two conditions, as in the documentation of the JDK. */
  static final class ByHand extends Buffer {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();

    ByHand(int capacity) {
      super(capacity);
    }

    @Override
    void put(long item) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!isNotFull()) {
          notFull.await();
        }
        add(item);
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    long take() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!isNotEmpty()) {
          notEmpty.await();
        }
        long item = remove();
        notFull.signal();
        return item;
      } finally {
        lock.unlock();
      }
    }
  }

  /** The buffer as a user of the library writes it. */
  abstract static class ByAnnotation extends Buffer {
    ByAnnotation(int capacity) {
      super(capacity);
    }

    @Override
    @Synchronized
    @WaitUntil("isNotFull")
    void put(long item) throws InterruptedException {
      add(item);
    }

    @Override
    @Synchronized
    @WaitUntil("isNotEmpty")
    long take() throws InterruptedException {
      return remove();
    }
  }

  /** Guava's monitor, which signals nobody by hand either. */
  static final class Guava extends Buffer {
    private final com.google.common.util.concurrent.Monitor monitor =
        new com.google.common.util.concurrent.Monitor();
    private final com.google.common.util.concurrent.Monitor.Guard notFull =
        monitor.newGuard(this::isNotFull);
    private final com.google.common.util.concurrent.Monitor.Guard notEmpty =
        monitor.newGuard(this::isNotEmpty);

    Guava(int capacity) {
      super(capacity);
    }

    @Override
    void put(long item) throws InterruptedException {
      monitor.enterWhen(notFull);
      try {
        add(item);
      } finally {
        monitor.leave();
      }
    }

    @Override
    long take() throws InterruptedException {
      monitor.enterWhen(notEmpty);
      try {
        return remove();
      } finally {
        monitor.leave();
      }
    }
  }
}
