package io.lappet.internal.channel;

import io.lappet.ChannelStats;
import io.lappet.Delivery;
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
 * A channel whose messages are kept behind a lock: right for every shape.
 *
 * @param <T> the type of the messages
 */
final class LockedChannel<T> extends ChannelCore<T> {
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

  /** Makes an empty channel. */
  LockedChannel(ChannelOptions<T> options, ChannelHost host) {
    super(options, host);
    this.lock = new NamedLock("channel", options.name());
    this.room = lock.newCondition();
    this.filled = lock.newCondition();
    this.idle = lock.newCondition();
  }

  @Override
  public void send(T message) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    if (!put(message, Seam.NEVER) && overflow() == Overflow.FAIL) {
      throw full();
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
      if (overflow() != Overflow.BLOCK) {
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
    switch (overflow()) {
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

  @Override
  public Intake<T> intake(BooleanSupplier givesUp) {
    return new LockedIntake(givesUp);
  }

  /** One thread of a consumer. */
  private final class LockedIntake implements Intake<T> {
    private final BooleanSupplier givesUp;
    private final BooleanSupplier turn;

    LockedIntake(BooleanSupplier givesUp) {
      this.givesUp = givesUp;
      this.turn = () -> givesUp.getAsBoolean() || hasMessage() || isShut();
    }

    @Override
    public @Nullable T take() throws InterruptedException {
      lock.lock();
      try {
        awaitMessage(turn, Seam.NEVER);
        boolean wanted = !givesUp.getAsBoolean() || isOwed();
        return wanted && hasMessage() ? leave() : null;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void fill(List<T> batch, int size, long deadline) throws InterruptedException {
      throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void done(T message) {
      finishOne();
    }

    @Override
    public void retire() {}
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
      throw closedAndEmpty();
    }
    room.signal();
    return message;
  }

  private T leaveDone() {
    T message = leave();
    done++;
    return message;
  }

  @Override
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

  @Override
  public void wake() {
    lock.lock();
    try {
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
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

  @Override
  public long sent() {
    return read(() -> sent);
  }

  @Override
  public long done() {
    return read(() -> done);
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

  @Override
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
  public ChannelStats stats() {
    throw new UnsupportedOperationException("not yet");
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

  private void refuseIfClosed(boolean inside) {
    assert lock.isHeldByCurrentThread();
    if (closed) {
      throw closedForSending();
    }
    if (sealed && !inside) {
      throw closingForOutsiders();
    }
  }
}
