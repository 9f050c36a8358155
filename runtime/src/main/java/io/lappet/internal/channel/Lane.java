package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ring of one sender.
 *
 * @param <T> the type of the messages
 */
final class Lane<T> extends Entrance<T> implements Inlet<T> {
  /*
   * The sender alone moves the tail, after its message is in its place. One receiver alone moves the
   * head; several move it by claiming. A place is free again after its message was taken.
   */
  private final LaneRing<T> ring;
  private final int capacity;
  private final boolean fenced;
  private final boolean claimed;
  private final Slots<T> slots;
  private final Cursor tail = new Cursor();
  private final Cursor head = new Cursor();
  private long restEnd; // guarded by the lock of the ring; up to here closeNow took what was left
  private int most; // of the sender; the most that have waited in this lane

  /**
   * Makes an empty one.
   *
   * @param claimed whether several receivers take from it
   */
  Lane(LaneRing<T> ring, int capacity, boolean claimed) {
    super(ring);
    this.ring = ring;
    this.capacity = capacity;
    this.fenced = ring.seam.glance() == Seam.NEVER;
    this.claimed = claimed;
    this.slots = new Slots<>(capacity);
  }

  // ---- The sender

  @Override
  public void send(T message) throws InterruptedException {
    ring.requireMessage(message);
    ChannelCore.throwIfInterrupted();
    put(message, Seam.NEVER);
  }

  @Override
  boolean offer(T message) {
    long position = tail.peek();
    if (position >= tail.seen() && !lookForRoom(position)) {
      return false;
    }
    while (claimed && !slots.isFree(position)) { // its receiver is about to free it
      ring.seam.stepAside();
    }
    ring.noteSent(position);
    slots.put(position, message);
    tail.publish(position + 1);
    return true;
  }

  /** Looks at the head for room at {@code position}, and how full the ring gets. */
  private boolean lookForRoom(long position) {
    long taken = head.get();
    int depth = (int) (position + 1 - taken);
    if (depth > capacity) {
      return false;
    }
    most = Math.max(most, depth);
    ring.noteDepth(ring.depth() + 1);
    tail.see(taken + most);
    return true;
  }

  @Override
  boolean hasRoom() {
    return depth() < capacity;
  }

  @Override
  boolean isHalfFree() {
    return depth() <= capacity / 2;
  }

  @Override
  void entered() {
    if (fenced) {
      VarHandle.fullFence();
    } else {
      VarHandle.releaseFence(); // only for the compiler: the looks below stay below
    }
    super.entered();
    if (ring.isShut()) {
      ring.takeBack(this);
    }
  }

  // ---- Receivers

  @Nullable
  T poll() {
    T message = claimed ? pollAmongOthers() : pollAlone();
    if (message != null) {
      left();
    }
    return message;
  }

  private @Nullable T pollAlone() {
    long position = head.peek();
    T message = slots.get(position);
    if (message == null) {
      return null;
    }
    slots.free(position);
    head.publish(position + 1);
    VarHandle.releaseFence(); // only for the compiler: the look below stays below
    if (ring.isDropped() && ring.isTakenByOther(this, position)) {
      return null;
    }
    ring.noteTaken(position);
    return message;
  }

  /** As {@link #poll}; also null if another receiver was faster. */
  private @Nullable T pollAmongOthers() {
    long position = head.get();
    if (position >= head.seen()) {
      long limit = tail.get();
      if (limit <= position) {
        return null;
      }
      head.see(limit);
    }
    T message = slots.get(position);
    if (message == null || !head.advance(position, position + 1)) {
      return null;
    }
    slots.free(position);
    ring.noteTaken(position);
    return message;
  }

  boolean isEmpty() {
    return claimed ? head.get() >= tail.get() : slots.isFree(head.get());
  }

  // ---- The end, with the lock held and nobody in the middle of a step

  /** Takes all that is left; says from which position on. */
  long takeRest(List<T> rest) {
    long begin = head.get();
    restEnd = Math.max(begin, tail.get());
    if (claimed) {
      while (!head.advance(begin, restEnd)) {
        begin = head.get();
      }
    } else {
      while (begin < restEnd && slots.isFree(begin)) {
        begin++; // it is in the hands of the receiver, who is about to say so
      }
      head.publish(restEnd);
    }
    for (long position = begin; position < restEnd; position++) {
      rest.add(Objects.requireNonNull(slots.get(position)));
      slots.free(position);
    }
    return begin;
  }

  /** Takes back the last message of the sender, which calls this, unless somebody else has it. */
  boolean takeBack() {
    long position = tail.peek() - 1;
    boolean there = claimed
        ? head.advance(position, position + 1)
        : position >= restEnd && position >= head.get();
    if (there) {
      slots.free(position);
      head.publish(position + 1);
    }
    return there;
  }

  // ---- Counts

  long sent() {
    return tail.get();
  }

  @Override
  long taken() {
    return head.get();
  }

  private long depth() {
    long taken = head.get();
    return tail.get() - taken;
  }
}
