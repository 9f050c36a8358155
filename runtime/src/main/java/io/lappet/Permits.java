package io.lappet;

import java.time.Duration;
import java.util.Optional;

/**
 * A fixed number of permits, taken as leases. They never become more, since only a lease gives back,
 * and only once. Order is kept only by fair permits: they serve in order of arrival, and a request
 * for many is not overtaken by one for few.
 *
 * <p>What a thread did before it gave a lease back is visible to whoever gets the permits next.
 */
public interface Permits {
  /** The full name, for instance {@code Pages.dbPermits}. */
  String name();

  /** How many are free. */
  int available();

  /** How many are taken. */
  int inUse();

  /**
   * Waits for a permit.
   *
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Lease acquire() throws InterruptedException;

  /**
   * Waits for {@code permits} at once.
   *
   * @throws IllegalArgumentException if that is less than one or more than there are
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Lease acquire(int permits) throws InterruptedException;

  /** Takes a permit if one is free; of fair permits, only if nobody waits. */
  Optional<Lease> tryAcquire();

  /**
   * Waits for a permit for at most {@code limit}.
   *
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Optional<Lease> tryAcquire(Duration limit) throws InterruptedException;

  /**
   * Waits for {@code permits} at once for at most {@code limit}.
   *
   * @throws IllegalArgumentException if that is less than one or more than there are
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  Optional<Lease> tryAcquire(int permits, Duration limit) throws InterruptedException;
}
