package io.lappet.gen;

import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/**
 * How many threads read under a read-write lock, whether somebody writes, and how often somebody
 * has.
 */
final class Readers {
  /*
   * One word has all three, from the lowest bit: the number of threads that read, the writer's bit,
   * the number of writes so far. The bit is set only by the thread that has the exclusive lock, and
   * from then on nobody begins to read; the writer goes on when the last reader has left.
   */
  private static final long READER = 1;
  private static final long WRITER = 1L << 24;
  private static final long WRITE = WRITER << 1;
  private static final long ALL_READERS = WRITER - READER;

  private final Seam seam;
  private final AtomicLong word = new AtomicLong(WRITE); // so that no stamp is zero
  private final NamedLock lock;
  private final Condition left;

  Readers(Seam seam, String name) {
    this.seam = seam;
    this.lock = new NamedLock("the readers of lock", name);
    this.left = lock.newCondition();
  }

  /** Whether somebody writes, or waits for the last reader to leave. */
  boolean isWriting() {
    return (word.get() & WRITER) != 0;
  }

  /** Whether somebody reads. */
  boolean isReading() {
    return (word.get() & ALL_READERS) != 0;
  }

  // ---- reading without being counted

  /** The number of writes, or zero if somebody writes. */
  long stamp() {
    long now = word.getAcquire();
    return (now & WRITER) == 0 ? now & ~ALL_READERS : 0;
  }

  /** Whether nobody has written since {@code stamp}. */
  boolean isStill(long stamp) {
    VarHandle.acquireFence(); // what was read before this was read before the word
    return stamp != 0 && (word.get() & ~ALL_READERS) == stamp;
  }

  // ---- reading

  /** Counts a reader unless somebody writes. */
  boolean tryAdd() {
    while (true) {
      long now = word.get();
      if ((now & WRITER) != 0) {
        return false;
      }
      requireRoom(now);
      if (word.compareAndSet(now, now + READER)) {
        return true;
      }
    }
  }

  /** Counts a reader. Call it with the exclusive lock held. */
  void add() {
    requireRoom(word.get());
    word.getAndAdd(READER);
  }

  private static void requireRoom(long now) {
    if ((now & ALL_READERS) == ALL_READERS) {
      throw new IllegalStateException("More than " + ALL_READERS + " threads read at once");
    }
  }

  /** Discounts a reader. */
  void remove() {
    long now = word.addAndGet(-READER);
    if ((now & WRITER) != 0 && (now & ALL_READERS) == 0) {
      lock.lock();
      try {
        left.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  // ---- writing; with the exclusive lock held

  /** Begins to write if nobody reads. */
  boolean tryBeginWrite() {
    long now = word.get();
    boolean begun = (now & ALL_READERS) == 0 && word.compareAndSet(now, now + WRITER);
    VarHandle.storeStoreFence();
    return begun;
  }

  /** Keeps readers out, and waits for those inside; an interrupt stays set. */
  void beginWrite() {
    boolean interrupted = false;
    while (true) {
      try {
        beginWrite(Seam.NEVER);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps readers out, and waits for those inside; says whether they left before the deadline. */
  boolean beginWrite(long deadline) throws InterruptedException {
    long before = word.getAndAdd(WRITER);
    boolean begun = (before & ALL_READERS) == 0;
    if (!begun) {
      try {
        begun = awaitLast(deadline);
      } finally {
        if (!begun) {
          word.getAndAdd(-WRITER); // nothing has been written
        }
      }
    }
    VarHandle.storeStoreFence(); // what is written after this is written after the bit
    return begun;
  }

  private boolean awaitLast(long deadline) throws InterruptedException {
    lock.lock();
    try {
      return seam.await(lock, left, () -> !isReading(), deadline);
    } finally {
      lock.unlock();
    }
  }

  /** Lets readers in again. */
  void endWrite() {
    word.getAndAdd(WRITE - WRITER);
  }
}
