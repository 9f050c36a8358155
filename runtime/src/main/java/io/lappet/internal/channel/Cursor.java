package io.lappet.internal.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A position in a ring, and what its writer remembers of the other side. It has cache lines of its
 * own, so that the two sides of a ring do not take them from each other.
 */
final class Cursor extends CursorFields {
  private static final VarHandle POSITION;
  private static final VarHandle SEEN;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      POSITION = lookup.findVarHandle(CursorFields.class, "position", long.class);
      SEEN = lookup.findVarHandle(CursorFields.class, "seen", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // The JVM lays out the fields of a superclass first, so these stand on both sides of the others.
  @SuppressWarnings("unused") // they only take up room
  private long after1, after2, after3, after4, after5, after6, after7, after8;
  @SuppressWarnings("unused") // they only take up room
  private long after9, after10, after11, after12, after13, after14, after15;

  /** As a volatile read. */
  long get() {
    return (long) POSITION.getVolatile(this);
  }

  /** For the only writer, or as a hint. */
  long peek() {
    return (long) POSITION.getOpaque(this);
  }

  /** Lets who reads the position see what was written before. */
  void publish(long position) {
    POSITION.setRelease(this, position);
  }

  boolean advance(long from, long to) {
    return POSITION.compareAndSet(this, from, to);
  }

  /** Up to which position the writer need not look at the other side. */
  long seen() {
    return (long) SEEN.getOpaque(this);
  }

  void see(long limit) {
    SEEN.setOpaque(this, limit);
  }
}
