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
  private final int mask;

  /** Makes at least {@code capacity} free places. */
  Slots(int capacity) {
    int length = Integer.highestOneBit(Math.max(1, capacity - 1)) << 1;
    places = new Object[capacity == 1 ? 1 : length];
    mask = places.length - 1;
  }

  /** What is there; what its sender did before is visible. */
  @SuppressWarnings("unchecked") // only put() puts something there
  @Nullable
  T get(long position) {
    return (T) ELEMENT.getAcquire(places, (int) position & mask);
  }

  /** Whether nothing is there. */
  boolean isFree(long position) {
    return ELEMENT.getAcquire(places, (int) position & mask) == null;
  }

  void put(long position, T message) {
    ELEMENT.setRelease(places, (int) position & mask, message);
  }

  void free(long position) {
    ELEMENT.setRelease(places, (int) position & mask, null);
  }
}
