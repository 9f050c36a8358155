package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Holdable;
import io.lappet.internal.seam.LockNode;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A lock for each key that is in use. Keys are compared with {@code equals}, which must not wait;
 * nothing is kept of a key that nobody holds or waits for. Each lock re-enters and is not fair.
 */
public final class KeyedMonitor {
  private static final int STRIPES = 64; // a power of two

  private final Seam seam;
  private final String name;
  private final @Nullable LockOrder order; // null if nobody learns it
  private final @Nullable LockNode node; // likewise
  private final AtomicReferenceArray<@Nullable KeyStripe> stripes =
      new AtomicReferenceArray<>(STRIPES); // each made by the first that needs it

  private KeyedMonitor(Seam seam, String name) {
    this.seam = seam;
    this.name = name;
    this.order = seam.lockOrder();
    this.node = order == null ? null : order.node(name);
  }

  /** The lock of one key, as the order of locks knows it. */
  private record Keyed(KeyedMonitor locks, LockNode node, Object key) implements Holdable {
    @Override
    public boolean isHeldByCaller() {
      return locks.stripeOf(key).isHeldByCaller(key);
    }

    @Override
    public String toString() {
      return "\"" + locks.name + "\" of " + key;
    }
  }

  private void taking(Object key, boolean waits) {
    if (order != null && node != null) {
      order.taking(new Keyed(this, node, key), false, waits);
    }
  }

  private void taken(Object key) {
    if (order != null && node != null) {
      order.taken(new Keyed(this, node, key), false);
    }
  }

  /** Makes one that belongs to no fabric. */
  public static KeyedMonitor of(String name) {
    return new KeyedMonitor(SystemSeam.INSTANCE, name);
  }

  /** Makes one whose waits belong to {@code fabric}. */
  public static KeyedMonitor of(Fabric fabric, String name) {
    return new KeyedMonitor(FabricCore.of(fabric).seam(), name);
  }

  /**
   * Takes the lock of {@code key}; an interrupt stays set.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public void enter(Object key) {
    KeyStripe stripe = stripeOf(key);
    seam.giveWay();
    taking(key, true);
    if (!stripe.enterAtOnce(key)) {
      stripe.enter(seam, key, Seam.NEVER);
    }
    taken(key);
  }

  /**
   * Takes the lock of {@code key}.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public void enterInterruptibly(Object key) throws InterruptedException {
    KeyStripe stripe = stripeOf(key);
    throwIfInterrupted();
    seam.giveWay();
    taking(key, true);
    if (!stripe.enterAtOnce(key)) {
      stripe.enterInterruptibly(seam, key, Seam.NEVER);
    }
    taken(key);
  }

  /**
   * Takes the lock of {@code key} within {@code limit}; an interrupt stays set.
   *
   * @param call the call that waits, for the message
   * @throws io.lappet.WaitTimeoutException if that was not possible
   * @throws NullPointerException if {@code key} is null
   */
  public void enter(Object key, Duration limit, String call) {
    KeyStripe stripe = stripeOf(key);
    long deadline = Deadlines.after(seam, limit);
    seam.giveWay();
    taking(key, false);
    if (!stripe.enterAtOnce(key) && !stripe.enter(seam, key, deadline)) {
      throw timedOut(key, limit, call);
    }
    taken(key);
  }

  /**
   * Takes the lock of {@code key} within {@code limit}.
   *
   * @param call the call that waits, for the message
   * @throws io.lappet.WaitTimeoutException if that was not possible
   * @throws NullPointerException if {@code key} is null
   */
  public void enterInterruptibly(Object key, Duration limit, String call)
      throws InterruptedException {
    KeyStripe stripe = stripeOf(key);
    long deadline = Deadlines.after(seam, limit);
    throwIfInterrupted();
    seam.giveWay();
    taking(key, false);
    if (!stripe.enterAtOnce(key) && !stripe.enterInterruptibly(seam, key, deadline)) {
      throw timedOut(key, limit, call);
    }
    taken(key);
  }

  /**
   * Gives the lock of {@code key} back.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold it; nothing changes
   * @throws NullPointerException if {@code key} is null
   */
  public void exit(Object key) {
    if (!stripeOf(key).exit(key)) {
      throw new IllegalMonitorStateException(
          "The calling thread does not hold lock \"" + name + "\" of " + key);
    }
  }

  private KeyStripe stripeOf(@Nullable Object key) {
    if (key == null) {
      throw new NullPointerException("lock \"" + name + "\" has no key null");
    }
    int index = indexOf(key.hashCode());
    KeyStripe stripe = stripes.getAcquire(index);
    return stripe != null ? stripe : makeStripe(index);
  }

  /** Spreads hashes that differ in their higher bits only. */
  private static int indexOf(int hash) {
    int spread = hash ^ (hash >>> 16);
    return (spread ^ (spread >>> 8)) & (STRIPES - 1);
  }

  private KeyStripe makeStripe(int index) {
    KeyStripe made = new KeyStripe(name);
    KeyStripe other = stripes.compareAndExchange(index, null, made);
    return other == null ? made : other;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private WaitTimeoutException timedOut(Object key, Duration limit, String call) {
    return new WaitTimeoutException(
        call + " did not get lock \"" + name + "\" of " + key + " within " + limit);
  }

  @Override
  public String toString() {
    return "locks \"" + name + "\" by key";
  }
}
