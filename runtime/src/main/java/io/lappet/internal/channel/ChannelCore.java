package io.lappet.internal.channel;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.ChannelFullException;
import io.lappet.Delivery;
import io.lappet.WiringException;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one queue there is so far: a deque behind a lock, right for every shape.
 *
 * @param <T> the type of the messages
 */
public final class ChannelCore<T> implements Channel<T> {
  /*
   * open -> sealed -> closed, and from each to the next only; dropped is closed with the rest gone.
   *
   * sent and done only grow, and done <= sent; the difference is what is unfinished. A message that
   * is dropped because the channel was full was sent and is done; one that was refused was not sent.
   *
   * With capacity 0 a message may enter only if a receiver waits for it: receivers > waiting.size().
   * A receiver that leaves its wait takes a message if there is one, whatever ended the wait, so
   * that a message which entered has its receiver.
   */
  private final ChannelOptions options;
  private final ChannelHost host;
  private final Seam seam;
  private final ReentrantLock lock;
  private final Condition room;
  private final Condition filled;
  private final Condition idle;
  private final BooleanSupplier roomForInsider = () -> hasRoom() || isShut();
  private final BooleanSupplier roomForOutsider = () -> hasRoom() || isShut() || isSealed();
  private final BooleanSupplier filledOrClosed = () -> hasMessage() || isShut();
  private final BooleanSupplier nothingUnfinished = () -> isIdle() || isDropped();

  private final ArrayDeque<T> waiting = new ArrayDeque<>(); // guarded by lock
  private int receivers; // guarded by lock; those that wait for a message
  private boolean sealed; // guarded by lock
  private boolean closed; // guarded by lock
  private boolean dropped; // guarded by lock
  private long sent; // guarded by lock
  private long done; // guarded by lock
  private long overflowed; // guarded by lock
  private int lost; // guarded by lock; messages that a worker had in hand and could not send

  /** Makes an empty channel. */
  public ChannelCore(ChannelOptions options, ChannelHost host) {
    this.options = options;
    this.host = host;
    this.seam = host.seam();
    this.lock = new NamedLock("channel", options.name());
    this.room = lock.newCondition();
    this.filled = lock.newCondition();
    this.idle = lock.newCondition();
  }

  /** The implementation behind a handle. */
  public static <T> ChannelCore<T> of(Channel<T> channel) {
    if (channel instanceof ChannelCore<T> core) {
      return core;
    }
    throw new WiringException(channel.getClass().getName()
        + " is not a channel of this runtime, so no worker can use it");
  }

  @Override
  public void send(T message) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    if (!put(message, Seam.NEVER) && options.overflow() == Overflow.FAIL) {
      throw new ChannelFullException(
          "Channel \"" + name() + "\" is full: " + capacity() + " messages wait in it");
    }
  }

  @Override
  public boolean trySend(T message) {
    requireMessage(message);
    seam.giveWay();
    lock.lock();
    try {
      boolean inside = host.isInside();
      refuseIfClosed(inside);
      return (hasRoom() || makesRoom()) && enter(message);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean trySend(T message, Duration limit) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    return put(message, Deadlines.after(seam, limit));
  }

  /** Sends, waiting until {@code deadline} if the channel blocks; says whether the message is in. */
  private boolean put(T message, long deadline) throws InterruptedException {
    boolean inside = host.isInside();
    lock.lock();
    try {
      refuseIfClosed(inside);
      if (options.overflow() != Overflow.BLOCK) {
        return (hasRoom() || makesRoom()) && enter(message);
      }
      boolean inTime = seam.await(lock, room, inside ? roomForInsider : roomForOutsider, deadline);
      refuseIfClosed(inside);
      return inTime && enter(message);
    } finally {
      lock.unlock();
    }
  }

  /** Does what a full channel does that does not wait; says whether there is room now. */
  private boolean makesRoom() {
    assert lock.isHeldByCurrentThread();
    switch (options.overflow()) {
      case DROP_OLD -> {
        waiting.removeFirst();
        done++;
        overflowed++;
        return true;
      }
      case DROP_NEW -> {
        overflowed++;
        return false;
      }
      default -> {
        return false;
      }
    }
  }

  private boolean enter(T message) {
    assert lock.isHeldByCurrentThread();
    waiting.addLast(message);
    sent++;
    filled.signal();
    return true;
  }

  @Override
  public T receive() throws InterruptedException {
    throwIfInterrupted();
    lock.lock();
    try {
      awaitMessage(filledOrClosed, Seam.NEVER);
      return leaveDone();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Optional<T> tryReceive() {
    seam.giveWay();
    lock.lock();
    try {
      return hasMessage() || closed ? Optional.of(leaveDone()) : Optional.empty();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Optional<T> tryReceive(Duration limit) throws InterruptedException {
    throwIfInterrupted();
    long deadline = Deadlines.after(seam, limit);
    lock.lock();
    try {
      return awaitMessage(filledOrClosed, deadline) ? Optional.of(leaveDone()) : Optional.empty();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Delivery<T> take() throws InterruptedException {
    throwIfInterrupted();
    lock.lock();
    try {
      awaitMessage(filledOrClosed, Seam.NEVER);
      return new Parcel<>(this, leave());
    } finally {
      lock.unlock();
    }
  }

  /**
   * What {@link #takeUnless} waits for, made once for each worker.
   *
   * @param givesUp whether the worker wants no message now; {@link #wake} follows each change
   */
  public BooleanSupplier turn(BooleanSupplier givesUp) {
    return () -> givesUp.getAsBoolean() || hasMessage() || isShut();
  }

  /**
   * Waits for a message for a worker and takes it.
   *
   * @param turn made by {@link #turn} from {@code givesUp}
   * @return null if the worker gave up or the channel has ended
   */
  public @Nullable Parcel<T> takeUnless(BooleanSupplier givesUp, BooleanSupplier turn)
      throws InterruptedException {
    lock.lock();
    try {
      awaitMessage(turn, Seam.NEVER);
      boolean wanted = !givesUp.getAsBoolean() || isOwed();
      return wanted && hasMessage() ? new Parcel<>(this, leave()) : null;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a message was handed over to somebody who has left: the next to leave must take it. */
  private boolean isOwed() {
    assert lock.isHeldByCurrentThread();
    return capacity() == 0 && waiting.size() > receivers;
  }

  private boolean awaitMessage(BooleanSupplier ready, long deadline) throws InterruptedException {
    assert lock.isHeldByCurrentThread();
    receivers++;
    if (capacity() == 0) {
      room.signal();
    }
    try {
      return seam.await(lock, filled, ready, deadline); // success beats interruption
    } finally {
      receivers--;
    }
  }

  /** Takes out the next message. Call only when holding the lock. */
  private T leave() {
    assert lock.isHeldByCurrentThread();
    T message = waiting.pollFirst();
    if (message == null) {
      throw new ChannelClosedException("Channel \"" + name() + "\" is closed and empty");
    }
    room.signal();
    return message;
  }

  private T leaveDone() {
    T message = leave();
    done++;
    return message;
  }

  /** Marks one message as done that had been taken out. */
  void finishOne() {
    lock.lock();
    try {
      done++;
    } finally {
      unlockAndTell();
    }
  }

  private void unlockAndTell() {
    boolean nowIdle = isIdle();
    if (nowIdle) {
      idle.signalAll();
    }
    lock.unlock();
    host.onDone(this, nowIdle);
  }

  /** Lets every worker that waits for a message look again at whether it gives up. */
  public void wake() {
    lock.lock();
    try {
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses messages from outside from now on; see {@link ChannelHost#isInside}. */
  public void seal() {
    lock.lock();
    try {
      sealed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<T> closeNow() {
    lock.lock();
    try {
      closed = true;
      dropped = true;
      List<T> rest = new ArrayList<>(waiting);
      waiting.clear();
      done += rest.size();
      filled.signalAll();
      room.signalAll();
      idle.signalAll();
      return rest;
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public void awaitIdle() throws InterruptedException {
    awaitIdle(Seam.NEVER);
  }

  @Override
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    return awaitIdle(Deadlines.after(seam, limit));
  }

  private boolean awaitIdle(long deadline) throws InterruptedException {
    throwIfInterrupted();
    lock.lock();
    try {
      seam.await(lock, idle, nothingUnfinished, deadline);
      return isIdle();
    } finally {
      lock.unlock();
    }
  }

  /** Notes that a worker had a message in hand which it could not send any more. */
  public void lose() {
    lock.lock();
    try {
      lost++;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages have been sent. */
  public long sent() {
    return read(() -> sent);
  }

  /** How many of them are done. */
  public long done() {
    return read(() -> done);
  }

  @Override
  public long unfinished() {
    return read(() -> sent - done);
  }

  /** How many messages are unfinished or lost. */
  public int undelivered() {
    return (int) Math.min(Integer.MAX_VALUE, read(() -> sent - done + lost));
  }

  @Override
  public long dropped() {
    return read(() -> overflowed);
  }

  @Override
  public int depth() {
    return (int) read(waiting::size);
  }

  @Override
  public boolean isClosed() {
    return read(() -> closed ? 1 : 0) == 1;
  }

  /** Whether it is closed and empty. */
  public boolean isEnded() {
    return read(() -> closed && waiting.isEmpty() ? 1 : 0) == 1;
  }

  private long read(java.util.function.LongSupplier field) {
    lock.lock();
    try {
      return field.getAsLong();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return options.name();
  }

  @Override
  public int capacity() {
    return options.capacity();
  }

  /** Whether senders exist that are no workers. */
  public boolean isSentByHand() {
    return options.sentByHand();
  }

  /** Whether receivers exist that are no workers. */
  public boolean isReceivedByHand() {
    return options.receivedByHand();
  }

  @Override
  public String toString() {
    return "channel \"" + name() + "\" (" + depth() + " of " + capacity() + ")";
  }

  private boolean hasRoom() {
    int places = capacity() == 0 ? receivers : capacity();
    return waiting.size() < places;
  }

  private boolean hasMessage() {
    return !waiting.isEmpty();
  }

  private boolean isShut() {
    return closed;
  }

  private boolean isSealed() {
    return sealed;
  }

  private boolean isDropped() {
    return dropped;
  }

  private boolean isIdle() {
    return sent == done;
  }

  private void requireMessage(@Nullable T message) {
    if (message == null) {
      throw new NullPointerException("Null is no message: channel \"" + name() + "\" refuses it");
    }
  }

  private void refuseIfClosed(boolean inside) {
    assert lock.isHeldByCurrentThread();
    if (closed) {
      throw new ChannelClosedException("Channel \"" + name() + "\" is closed");
    }
    if (sealed && !inside) {
      throw new ChannelClosedException(
          "Channel \"" + name() + "\" is closing and takes nothing from outside");
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
