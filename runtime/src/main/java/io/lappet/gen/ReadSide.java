package io.lappet.gen;

import io.lappet.Mutex;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Holdable;
import io.lappet.internal.seam.LockNode;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.WatchedLock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The reading side of a read-write lock. */
final class ReadSide implements Mutex, Enterable {
  /*
   * Who finds a writer queues for the exclusive lock, is counted while it holds it, and leaves it
   * at once. So readers and writers queue together, and a stream of readers cannot keep a writer
   * out. Who reads already is let in again without a look at the writer, which waits for it.
   */
  private final WriteMonitor writing;
  private final Readers readers;
  private final Seam seam;
  private final ReentrantLock exclusive;
  private final @Nullable Reading reading; // null if nobody learns the order of locks

  ReadSide(WriteMonitor writing, Readers readers) {
    this.writing = writing;
    this.readers = readers;
    this.seam = writing.seam().unwatched();
    this.exclusive = writing.lockItself();
    LockOrder order = writing.seam().lockOrder();
    this.reading = order != null && exclusive instanceof WatchedLock watched
        ? new Reading(this, watched, order)
        : null;
  }

  /** What the order of locks is told of. */
  private record Reading(ReadSide side, WatchedLock writing, LockOrder order) implements Holdable {
    void begins(boolean waits) {
      order.taking(this, true, waits);
    }

    void begun() {
      order.taken(this, true);
    }

    @Override
    public LockNode node() {
      return writing.node();
    }

    @Override
    public boolean isHeldByCaller() {
      return writing.isHeldByCaller() || side.isHeldByCurrentThread();
    }

    @Override
    public Object identity() {
      return writing; // a writer may read
    }

    @Override
    public String toString() {
      return "\"" + writing.name() + "\" to read";
    }
  }

  @Override
  public long rank() {
    return writing.rank() + 1; // after the writing side: a writer may read
  }

  @Override
  public Seam seam() {
    return writing.seam();
  }

  @Override
  public void enter() {
    seam.giveWay();
    ReadHolds holds = ReadHolds.current();
    if (holds.addAgain(this)) {
      return;
    }
    if (reading != null) {
      reading.begins(true);
    }
    if (!enterAtOnce()) {
      seam.lock(exclusive);
      addAndUnlock();
    }
    count(holds);
  }

  @Override
  public void enterInterruptibly() throws InterruptedException {
    enterInterruptiblyBefore(Seam.NEVER);
  }

  @Override
  public void enterInterruptiblyUntil(long deadline, @Nullable Duration limit, String call)
      throws InterruptedException {
    if (!enterInterruptiblyBefore(deadline)) {
      throw new WaitTimeoutException(
          call + " did not get lock \"" + name() + "\" to read within " + limit);
    }
  }

  private boolean enterInterruptiblyBefore(long deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    seam.giveWay();
    ReadHolds holds = ReadHolds.current();
    if (holds.addAgain(this)) {
      return true;
    }
    if (reading != null) {
      reading.begins(deadline == Seam.NEVER);
    }
    if (!enterAtOnce()) {
      if (!seam.lockInterruptibly(exclusive, deadline)) {
        return false;
      }
      addAndUnlock();
    }
    count(holds);
    return true;
  }

  private void count(ReadHolds holds) {
    holds.addFirst(this);
    if (reading != null) {
      reading.begun();
    }
  }

  private boolean enterAtOnce() {
    if (exclusive.isHeldByCurrentThread()) {
      readers.add();
      return true;
    }
    return !(exclusive.isFair() && exclusive.hasQueuedThreads()) && readers.tryAdd();
  }

  private void addAndUnlock() {
    try {
      readers.add();
    } finally {
      exclusive.unlock();
    }
  }

  @Override
  public void exit() {
    int left = ReadHolds.current().remove(this);
    if (left < 0) {
      throw new IllegalMonitorStateException(
          "The calling thread does not read under lock \"" + name() + "\"");
    }
    if (left == 0) {
      readers.remove();
    }
  }

  @Override
  public String name() {
    return writing.name();
  }

  @Override
  public boolean isLocked() {
    return readers.isReading();
  }

  @Override
  public boolean isHeldByCurrentThread() {
    return holdCount() > 0;
  }

  @Override
  public int holdCount() {
    return ReadHolds.current().count(this);
  }

  @Override
  public void lock() {
    enter();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    enterInterruptibly();
  }

  @Override
  public boolean tryLock() {
    seam.giveWay();
    ReadHolds holds = ReadHolds.current();
    if (holds.addAgain(this)) {
      return true;
    }
    if (exclusive.isHeldByCurrentThread()) {
      readers.add();
    } else if (!readers.tryAdd()) {
      return false;
    }
    if (reading != null) {
      reading.begins(false);
    }
    count(holds);
    return true;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return enterInterruptiblyBefore(Deadlines.after(seam, unit.toNanos(time)));
  }

  @Override
  public void unlock() {
    exit();
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException(
        "Lock \"" + name() + "\" has conditions on its writing side only");
  }

  @Override
  public String toString() {
    return "reading side of " + writing;
  }
}
