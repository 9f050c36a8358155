package app;

import io.lappet.Fabric;
import io.lappet.gen.Guard;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Timeouts;
import java.time.Duration;
import java.util.List;

/**
 * {@link BoundedBuffer}, woven: its own lock guards put(), take(), takeSoon(), takeIfQuiet(),
 * takePatiently() and takeMany().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenBoundedBuffer<T> extends BoundedBuffer<T> {
  private static final Duration TAKE_SOON_TIMEOUT = Duration.ofMillis(50);
  private static final Duration TAKE_IF_QUIET_LOCK_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration TAKE_IF_QUIET_GUARD_TIMEOUT = Duration.ofMillis(50);
  private static final Duration TAKE_PATIENTLY_TIMEOUT = Duration.ofSeconds(1);

  private final Monitor ownLock;
  private final Guard notFullGuard;
  private final Guard notEmptyGuard;
  private final Duration takeSoonTimeout;
  private final Duration takeIfQuietLockTimeout;
  private final Duration takeIfQuietGuardTimeout;
  private final Duration takePatientlyTimeout;

  public WovenBoundedBuffer(int capacity) {
    super(capacity);
    ownLock = Monitor.of("BoundedBuffer.this");
    notFullGuard = ownLock.guard(() -> !isFull());
    notEmptyGuard = ownLock.guard(this::notEmpty);
    takeSoonTimeout = TAKE_SOON_TIMEOUT;
    takeIfQuietLockTimeout = TAKE_IF_QUIET_LOCK_TIMEOUT;
    takeIfQuietGuardTimeout = TAKE_IF_QUIET_GUARD_TIMEOUT;
    takePatientlyTimeout = TAKE_PATIENTLY_TIMEOUT;
  }

  public WovenBoundedBuffer(Fabric fabric, int capacity) {
    super(capacity);
    ownLock = Monitor.of(fabric, "BoundedBuffer.this");
    notFullGuard = ownLock.guard(() -> !isFull());
    notEmptyGuard = ownLock.guard(this::notEmpty);
    takeSoonTimeout = Timeouts.of(fabric, "BoundedBuffer.takeSoon", TAKE_SOON_TIMEOUT);
    takeIfQuietLockTimeout = Timeouts.of(
        fabric, "BoundedBuffer.takeIfQuiet", "lockTimeout", TAKE_IF_QUIET_LOCK_TIMEOUT);
    takeIfQuietGuardTimeout = Timeouts.of(
        fabric, "BoundedBuffer.takeIfQuiet", "guardTimeout", TAKE_IF_QUIET_GUARD_TIMEOUT);
    takePatientlyTimeout = Timeouts.of(
        fabric, "BoundedBuffer.takePatiently", TAKE_PATIENTLY_TIMEOUT);
  }

  /** Holds its own lock, waits until isFull() is false. */
  @Override
  public void put(T item) throws InterruptedException {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.put(item);
      return;
    }
    lock.enterWhenInterruptibly(notFullGuard, "BoundedBuffer.put()");
    try {
      super.put(item);
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock, waits until notEmpty(). */
  @Override
  public T take() throws InterruptedException {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.take();
    }
    lock.enterWhenInterruptibly(notEmptyGuard, "BoundedBuffer.take()");
    try {
      return super.take();
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock, waits until notEmpty() (at most 50ms). */
  @Override
  public T takeSoon() {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.takeSoon();
    }
    lock.enterWhen(notEmptyGuard, takeSoonTimeout, "BoundedBuffer.takeSoon()");
    try {
      return super.takeSoon();
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock (at most 1s), waits until notEmpty() (at most 50ms). */
  @Override
  public T takeIfQuiet() {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.takeIfQuiet();
    }
    lock.enterWhen(
        notEmptyGuard,
        takeIfQuietLockTimeout,
        takeIfQuietGuardTimeout,
        "BoundedBuffer.takeIfQuiet()");
    try {
      return super.takeIfQuiet();
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock (at most 1s), waits until notEmpty(). */
  @Override
  public T takePatiently() {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.takePatiently();
    }
    lock.enterWhen(notEmptyGuard, takePatientlyTimeout, null, "BoundedBuffer.takePatiently()");
    try {
      return super.takePatiently();
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock, waits until atLeast(). */
  @Override
  public void takeMany(int n, List<? super T> into) throws InterruptedException {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.takeMany(n, into);
      return;
    }
    lock.enterWhenInterruptibly(() -> atLeast(n, into), "BoundedBuffer.takeMany()");
    try {
      super.takeMany(n, into);
    } finally {
      lock.exit();
    }
  }
}
