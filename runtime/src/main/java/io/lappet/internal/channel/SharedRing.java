package io.lappet.internal.channel;

import io.lappet.Delivery;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A ring for any number of senders and receivers, workers or not.
 *
 * @param <T> the type of the messages
 */
final class SharedRing<T> extends RingChannel<T> {
  /*
   * A sender claims a position by moving the tail, then puts its message there; a receiver claims one
   * by moving the head, then frees the place. So the place of a claimed position may be empty, or of
   * a freed one full, for as long as its claimer has not gone on; whoever meets that steps aside. The
   * sign of the tail is set when the channel is closed, which makes every later claim fail.
   *
   * Moving an end is a full fence, and a bell is looked at after it, so bells are seen at once.
   */
  private static final long SHUT = Long.MIN_VALUE;
  private static final BooleanSupplier NEVER = () -> false;

  private static final int BETWEEN_LOOKS = 63; // a mask: each 64th message
  private static final int CLOSE = 16; // messages
  private static final long STAND_STILL = 1_000; // ns

  private final Slots<T> slots = new Slots<>(capacity());
  private final Cursor tail = new Cursor();
  private final Cursor head = new Cursor();
  private final Entrance<T> entrance = new Door();
  private final Bell.Sleep forMessage = filled.new Sleep(this::isShut);
  private final LongAdder overflowed = new LongAdder();

  SharedRing(ChannelOptions<T> options, ChannelHost host) {
    super(options, host, true);
  }

  // ---- The way in

  /** The one for all. */
  private final class Door extends Entrance<T> {
    private final Slots<T> slots = SharedRing.this.slots; // as the way to them is short from here
    private final Cursor tail = SharedRing.this.tail;

    Door() {
      super(SharedRing.this);
    }

    @Override
    boolean offer(T message) {
      while (true) {
        long position = tail.get();
        if (position < 0) {
          return false;
        }
        if (position >= tail.seen()) {
          tail.see(limit(position));
        }
        if (position >= tail.seen()) {
          if (tail.get() == position) {
            return false;
          }
        } else if (!slots.isFree(position)) { // of the round before, unless the tail has moved
          if (tail.get() == position) {
            seam.stepAside();
          }
        } else if (tail.advance(position, position + 1)) {
          noteSent(position);
          slots.put(position, message);
          return true;
        } else {
          yieldToOthers();
        }
      }
    }
  }

  @Override
  public void send(T message) throws InterruptedException {
    if (overflow() == Overflow.BLOCK) {
      entrance.send(message);
      return;
    }
    requireMessage(message);
    throwIfInterrupted();
    if (!sendUnlessFull(message) && overflow() == Overflow.FAIL) {
      throw full();
    }
  }

  @Override
  public boolean sendAtOnce(T message) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    return overflow() == Overflow.BLOCK && sendIfRoom(message);
  }

  @Override
  public boolean trySend(T message) {
    requireMessage(message);
    return sendUnlessFull(message);
  }

  @Override
  public boolean trySend(T message, Duration limit) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    return overflow() == Overflow.BLOCK
        ? entrance.put(message, Deadlines.after(seam, limit))
        : sendUnlessFull(message);
  }

  private boolean sendUnlessFull(T message) {
    boolean in = sendIfRoom(message);
    if (!in) {
      refuseIfClosed(); // a ring that was closed meanwhile lets nothing in either
      if (overflow() == Overflow.DROP_NEW) {
        overflowed.increment();
      }
    }
    return in;
  }

  private boolean sendIfRoom(T message) {
    seam.giveWay();
    refuseIfClosed();
    boolean in = entrance.offer(message);
    if (in) {
      entrance.entered();
    }
    return in;
  }

  @Override
  public long dropped() {
    return overflowed.sum();
  }

  // ---- The way out

  @Override
  @Nullable
  T poll() {
    while (true) {
      long position = head.get();
      if (position >= head.seen() && !lookForMessages(position)) {
        if (head.get() == position) {
          return null;
        }
        continue;
      }
      T message = slots.get(position);
      if (message == null) { // on its way in, unless the head has moved
        if (head.get() == position) {
          seam.stepAside();
        }
      } else if (head.advance(position, position + 1)) {
        slots.free(position);
        noteTaken(position);
        entrance.left();
        keepDistance(position);
        return message;
      } else {
        yieldToOthers();
      }
    }
  }

  /**
   * A receiver that is close behind a sender works on the same places as that, and both are slowed
   * down to the same speed, so that they stay so. It stands still for a moment now and then.
   */
  private void keepDistance(long position) {
    if ((position & BETWEEN_LOOKS) == 0 && sent() - position < CLOSE) {
      seam.linger(NEVER, 1, STAND_STILL);
    }
  }

  private boolean lookForMessages(long position) {
    long limit = sent();
    if (limit <= position) {
      return false;
    }
    head.see(limit);
    return true;
  }

  @Override
  public T receive() throws InterruptedException {
    return finished(takeOne());
  }

  @Override
  public Delivery<T> take() throws InterruptedException {
    return new Parcel<>(this, takeOne());
  }

  private T takeOne() throws InterruptedException {
    throwIfInterrupted();
    seam.giveWay();
    T message = await(forMessage, NEVER, Seam.NEVER);
    if (message == null) {
      throw closedAndEmpty();
    }
    return message;
  }

  @Override
  public Optional<T> tryReceive() {
    seam.giveWay();
    T message = poll();
    return message == null ? nothing() : Optional.of(finished(message));
  }

  @Override
  public Optional<T> tryReceive(Duration limit) throws InterruptedException {
    throwIfInterrupted();
    seam.giveWay();
    T message = await(forMessage, NEVER, Deadlines.after(seam, limit));
    return message == null ? nothing() : Optional.of(finished(message));
  }

  private Optional<T> nothing() {
    if (isEnded()) {
      throw closedAndEmpty();
    }
    return Optional.empty();
  }

  private T finished(T message) {
    finishOne();
    return message;
  }

  // ---- What the rest needs to know

  @Override
  boolean hasMessage() {
    return head.get() < sent();
  }

  @Override
  public long sent() {
    return tail.get() & ~SHUT;
  }

  @Override
  long taken() {
    return head.get();
  }

  @Override
  Entrance<T> entrance() {
    return entrance;
  }

  @Override
  void shut() {
    long position = tail.get();
    while (position >= 0 && !tail.advance(position, position | SHUT)) {
      position = tail.get();
    }
  }

  @Override
  boolean isExhausted() {
    return !hasMessage();
  }

  @Override
  void takeRest(List<T> rest) {
    long end = sent();
    long position = head.get();
    while (!head.advance(position, end)) {
      position = head.get();
    }
    while (position < end) {
      T message = slots.get(position);
      if (message == null) { // on its way in
        seam.stepAside();
      } else {
        slots.free(position);
        rest.add(message);
        position++;
      }
    }
  }
}
