package io.lappet.internal.seam;

import java.util.Arrays;

/** All locks of one name that objects of one class have: what has a place in the order. */
public final class LockNode {
  private final int number;
  private final String label;

  /*
   * Which nodes were taken while this one was held: two bits for each, the lower one if that has
   * happened at all, the higher one if either of the two was held to write. Replaced as a whole, by
   * whoever holds the lock of the order; read by anybody.
   */
  private volatile long[] inner = new long[1];

  LockNode(int number, String label) {
    this.number = number;
    this.label = label;
  }

  int number() {
    return number;
  }

  /** As reports call it. */
  String label() {
    return label;
  }

  /** Whether it is known that {@code other} is taken while this is held. */
  boolean isKnownBefore(LockNode other, boolean readsOnly) {
    long[] present = inner;
    int bit = bit(other, readsOnly);
    return bit >> 6 < present.length && (present[bit >> 6] & 1L << bit) != 0;
  }

  void addBefore(LockNode other, boolean readsOnly) {
    int highest = bit(other, false);
    long[] next = Arrays.copyOf(inner, Math.max(inner.length, (highest >> 6) + 1));
    int lowest = bit(other, true);
    next[lowest >> 6] |= 1L << lowest;
    if (!readsOnly) {
      next[highest >> 6] |= 1L << highest;
    }
    inner = next;
  }

  private static int bit(LockNode other, boolean readsOnly) {
    return 2 * other.number + (readsOnly ? 0 : 1);
  }

  @Override
  public String toString() {
    return label;
  }
}
