package io.lappet.internal.channel;

import io.lappet.Delivery;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A ring for one sender and one receiver, both of them workers: nothing on the way of a message is
 * atomic or fenced.
 *
 * @param <T> the type of the messages
 */
final class SoloRing<T> extends RingChannel<T> {
  /*
   * The sender alone moves the tail, after its message is in its place; the receiver alone moves the
   * head, after the place is free again. Only closeNow moves the head for it, at the end.
   *
   * Both look at the state after each step. A processor may let them look a little before others see
   * the step, which takes far less than a glance. So whoever draws a conclusion from the steps of
   * the other side, after it has changed the state, waits for a glance before: then either the step
   * is seen, or the other side sees the change when it looks after the step, and goes on under the
   * lock. Sleepers look by themselves for the same reason.
   */
  private final boolean fenced = seam.glance() == Seam.NEVER;
  private final Slots<T> slots = new Slots<>(capacity());
  private final Cursor tail = new Cursor();
  private final Cursor head = new Cursor();
  private final Door door = new Door();
  private final Condition settled = lock.newCondition();
  private boolean deserted; // guarded by lock; the receiver has seen the end
  private long restBegin = Long.MAX_VALUE; // guarded by lock; what closeNow took, if it has
  private long restEnd; // guarded by lock

  SoloRing(ChannelOptions<T> options, ChannelHost host) {
    super(options, host, false);
  }

  // ---- The sender

  /** For the only sender. */
  private final class Door extends Entrance<T> {
    private final Slots<T> slots = SoloRing.this.slots; // as the way to them is short from here
    private final Cursor tail = SoloRing.this.tail;

    Door() {
      super(SoloRing.this);
    }

    @Override
    boolean offer(T message) {
      long position = tail.peek();
      if (position >= tail.seen() && !lookForRoom(position)) {
        return false;
      }
      noteSent(position);
      slots.put(position, message);
      tail.publish(position + 1);
      return true;
    }

    private boolean lookForRoom(long position) {
      long limit = limit(position);
      tail.see(limit);
      return limit > position;
    }

    @Override
    void entered() {
      if (fenced) {
        VarHandle.fullFence();
      } else {
        VarHandle.releaseFence(); // only for the compiler: the looks below stay below
      }
      super.entered();
      if (isShut()) {
        takeBack();
      }
    }
  }

  /**
   * The channel was closed in the middle of sending.
   *
   * @throws io.lappet.ChannelClosedException if nobody would take the message, which is out again
   */
  private void takeBack() {
    lock.lock();
    try {
      long position = tail.peek() - 1;
      boolean isOurs = position >= restEnd && position >= head.get();
      boolean isLast = deserted || restBegin != Long.MAX_VALUE; // or closeNow is going to take it
      if (!isOurs || !isLast) {
        return;
      }
      slots.free(position);
      head.publish(position + 1);
    } finally {
      lock.unlock();
    }
    finishOne(); // it counts as sent
    throw closedForSending();
  }

  // ---- The receiver

  @Override
  @Nullable
  T poll() {
    long position = head.peek();
    T message = slots.get(position);
    if (message == null || isDropped()) {
      return null;
    }
    slots.free(position);
    head.publish(position + 1);
    VarHandle.releaseFence(); // only for the compiler: the look below stays below
    if (isDropped() && isTakenByCloser(position)) {
      return null;
    }
    noteTaken(position);
    door.left();
    return message;
  }

  private boolean isTakenByCloser(long position) {
    lock.lock();
    try {
      if (position < restBegin) {
        return false;
      }
      head.publish(restEnd); // as it was before this thread said too late where it stands
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean hasMessage() {
    return !slots.isFree(head.get()) && !isDropped();
  }

  // ---- The end

  @Override
  void shut() {
    // The sender looks at the state after each message.
  }

  @Override
  boolean isExhausted() {
    lock.lock();
    try {
      if (!deserted && !isDropped()) {
        awaitGlance();
        deserted = !hasMessage();
      }
      return deserted || isDropped();
    } finally {
      lock.unlock();
    }
  }

  @Override
  void takeRest(List<T> rest) {
    awaitGlance();
    if (restBegin != Long.MAX_VALUE) {
      return;
    }
    long position = head.get();
    restEnd = Math.max(position, tail.get());
    restBegin = restEnd;
    for (; position < restEnd; position++) {
      T message = slots.get(position);
      if (message != null) { // else it is in the hands of the receiver, who is about to say so
        restBegin = Math.min(restBegin, position);
        slots.free(position);
        rest.add(message);
      }
    }
    head.publish(restEnd);
  }

  /** Waits for a moment, with the lock held, which is given up meanwhile. */
  private void awaitGlance() {
    assert lock.isHeldByCurrentThread();
    if (fenced) {
      return;
    }
    seam.awaitUninterruptibly(lock, settled, () -> false, Deadlines.after(seam, seam.glance()));
  }

  // ---- What the rest needs to know

  @Override
  public long sent() {
    return tail.get();
  }

  @Override
  long taken() {
    return head.get();
  }

  @Override
  public int depth() {
    return isDropped() ? 0 : super.depth(); // the receiver may still count what closeNow has taken
  }

  @Override
  Entrance<T> entrance() {
    return door;
  }

  @Override
  public long dropped() {
    return 0; // the sender waits
  }

  // ---- By hand

  @Override
  public void send(T message) {
    throw undeclared("sent to", "Sender");
  }

  @Override
  public boolean trySend(T message) {
    throw undeclared("sent to", "Sender");
  }

  @Override
  public boolean trySend(T message, Duration limit) {
    throw undeclared("sent to", "Sender");
  }

  @Override
  public T receive() {
    throw undeclared("received from", "Receiver");
  }

  @Override
  public Optional<T> tryReceive() {
    throw undeclared("received from", "Receiver");
  }

  @Override
  public Optional<T> tryReceive(Duration limit) {
    throw undeclared("received from", "Receiver");
  }

  @Override
  public Delivery<T> take() {
    throw undeclared("received from", "Receiver");
  }

  private IllegalStateException undeclared(String what, String handle) {
    String member = name().substring(name().lastIndexOf('.') + 1);
    return new IllegalStateException("Channel \""
        + name()
        + "\" is "
        + what
        + " by its worker alone; to do so by hand, declare: abstract "
        + handle
        + "<..> "
        + member
        + "();");
  }
}
