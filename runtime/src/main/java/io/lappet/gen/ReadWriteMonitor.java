package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * A lock that many may hold to read, or one to write. Writing is a {@link Monitor}; reading is here.
 * Both re-enter, and a writer may read. A reader cannot write: it fails with {@link
 * IllegalStateException}, for it would wait for itself. Writers are not kept out by a stream of
 * readers.
 */
public final class ReadWriteMonitor implements ReadWriteLock {
  private final WriteMonitor writing;
  private final ReadSide reading;
  private final Readers readers;
  private final Seam seam;

  private ReadWriteMonitor(Seam seam, String name, boolean fair) {
    this.writing = new WriteMonitor(seam, name, fair);
    this.reading = writing.reading();
    this.readers = writing.readers();
    this.seam = seam;
  }

  /** Makes one that belongs to no fabric. */
  public static ReadWriteMonitor of(String name) {
    return new ReadWriteMonitor(SystemSeam.INSTANCE, name, false);
  }

  /** Makes one whose waits belong to {@code fabric}. */
  public static ReadWriteMonitor of(Fabric fabric, String name) {
    return new ReadWriteMonitor(FabricCore.of(fabric).seam(), name, false);
  }

  /** As {@link #of(String)}, serving in order of arrival. */
  public static ReadWriteMonitor fair(String name) {
    return new ReadWriteMonitor(SystemSeam.INSTANCE, name, true);
  }

  /** As {@link #of(Fabric, String)}, serving in order of arrival. */
  public static ReadWriteMonitor fair(Fabric fabric, String name) {
    return new ReadWriteMonitor(FabricCore.of(fabric).seam(), name, true);
  }

  /**
   * The lock behind a handle that the library has given out.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static ReadWriteMonitor behind(ReadWriteLock handle) {
    if (handle instanceof ReadWriteMonitor monitor) {
      return monitor;
    }
    throw new IllegalArgumentException(handle + " is no lock of a woven object");
  }

  /** The reading side, to be taken together with other locks. */
  public Enterable reading() {
    return reading;
  }

  /** The lock for writing. */
  @Override
  public Monitor writeLock() {
    return writing;
  }

  /** The lock for reading, for blocks. Has no conditions. */
  @Override
  public Mutex readLock() {
    return reading;
  }

  /**
   * Begins to read without taking the lock. What was read counts only if {@link #isStill} says so
   * afterwards.
   *
   * @return a stamp, or 0 if somebody writes
   */
  public long optimisticRead() {
    seam.giveWay();
    return readers.stamp();
  }

  /** Whether nobody has written since {@code stamp}, which may be 0. */
  public boolean isStill(long stamp) {
    return readers.isStill(stamp);
  }

  /** Takes the lock for reading; an interrupt stays set. */
  public void enterRead() {
    reading.enter();
  }

  /** Takes the lock for reading. */
  public void enterReadInterruptibly() throws InterruptedException {
    reading.enterInterruptibly();
  }

  /**
   * Takes the lock for reading within {@code limit}; an interrupt stays set.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterRead(Duration limit, String call) {
    reading.enterUntil(Deadlines.after(seam, limit), limit, call);
  }

  /**
   * Takes the lock for reading within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public void enterReadInterruptibly(Duration limit, String call) throws InterruptedException {
    reading.enterInterruptiblyUntil(Deadlines.after(seam, limit), limit, call);
  }

  /** Gives the lock for reading back. */
  public void exitRead() {
    reading.exit();
  }

  @Override
  public String toString() {
    return "read-write " + writing;
  }
}
