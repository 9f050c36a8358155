package io.lappet.internal.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The places of a ring. A place is free or holds a message; positions count up for ever and go
 * round.
 *
 * @param <T> the type of the messages
 */
final class Slots<T> {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

  private final @Nullable Object[] places;
  private final int mask; // not places.length - 1, so that a place is found with one load less

  /** Makes at least {@code capacity} free places. */
  Slots(int capacity) {
    int length = Integer.highestOneBit(Math.max(1, capacity - 1)) << 1;
    places = new Object[capacity == 1 ? 1 : length];
    mask = places.length - 1;
  }

  private int index(long position) {
    return (int) position & mask;
  }

  /** What is there; what its sender did before is visible. */
  @SuppressWarnings("unchecked") // only put() puts something there
  @Nullable
  T get(long position) {
    return (T) ELEMENT.getAcquire(places, index(position));
  }

  /** Whether nothing is there. */
  boolean isFree(long position) {
    return ELEMENT.getAcquire(places, index(position)) == null;
  }

  void put(long position, T message) {
    ELEMENT.setRelease(places, index(position), message);
  }

  void free(long position) {
    VarHandle.releaseFence();
    places[index(position)] = null; // null needs no look at the type of the array
  }
}
