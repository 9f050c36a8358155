package app;

import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Timeouts;
import java.time.Duration;

/**
 * {@link Gauge}, woven: "range" guards set(), width(), contains(), last(), boxed(), middle(),
 * limit(), readings(), lowOrWait() and twice().
 */
@LappetGenerated
class WovenGauge<T> extends Gauge<T> {
  private static final Duration LAST_TIMEOUT = Duration.ofSeconds(1);

  private final ReadWriteMonitor rangeLock;
  private final Duration lastTimeout;

  WovenGauge() {
    rangeLock = ReadWriteMonitor.of("Gauge.range");
    lastTimeout = LAST_TIMEOUT;
  }

  WovenGauge(Fabric fabric) {
    rangeLock = ReadWriteMonitor.of(fabric, "Gauge.range");
    lastTimeout = Timeouts.of(fabric, "Gauge.last", LAST_TIMEOUT);
  }

  /** Holds "range". */
  @Override
  void set(int low, int high) {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      super.set(low, high);
      return;
    }
    lock.writeLock().enter();
    try {
      super.set(low, high);
    } finally {
      lock.writeLock().exit();
    }
  }

  /** Holds "range" to read, if somebody writes. */
  @Override
  int width() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.width();
    }
    long stamp = lock.optimisticRead();
    int result = super.width();
    if (lock.isStill(stamp)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead();
    try {
      return super.width();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read, if somebody writes. */
  @Override
  boolean contains(int value, String stamp) {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.contains(value, stamp);
    }
    long stamp_ = lock.optimisticRead();
    boolean result = super.contains(value, stamp);
    if (lock.isStill(stamp_)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead();
    try {
      return super.contains(value, stamp);
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" (at most 1s) to read, if somebody writes. */
  @Override
  T last() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.last();
    }
    long stamp = lock.optimisticRead();
    T result = super.last();
    if (lock.isStill(stamp)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead(lastTimeout, "Gauge.last()");
    try {
      return super.last();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read, if somebody writes. */
  @Override
  Long boxed() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.boxed();
    }
    long stamp = lock.optimisticRead();
    Long result = super.boxed();
    if (lock.isStill(stamp)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead();
    try {
      return super.boxed();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read. */
  @Override
  int middle() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.middle();
    }
    lock.enterRead();
    try {
      return super.middle();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read. */
  @Override
  int limit() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.limit();
    }
    lock.enterRead();
    try {
      return super.limit();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read. */
  @Override
  long readings() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.readings();
    }
    lock.enterRead();
    try {
      return super.readings();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read. */
  @Override
  int lowOrWait() throws InterruptedException {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.lowOrWait();
    }
    lock.enterReadInterruptibly();
    try {
      return super.lowOrWait();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "range" to read. */
  @Override
  int twice() {
    ReadWriteMonitor lock = rangeLock;
    if (lock == null) { // still constructing: not shared yet
      return super.twice();
    }
    lock.enterRead();
    try {
      return super.twice();
    } finally {
      lock.exitRead();
    }
  }
}
