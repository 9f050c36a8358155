package io.lappet.internal.channel;

import io.lappet.ChannelStats;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the channels whose messages are kept behind a lock have in common: the way in, the end, and
 * the counts.
 *
 * @param <T> the type of the messages
 */
abstract class GuardedChannel<T> extends ChannelCore<T> {
  /*
   * open -> sealed -> closed, and from each to the next only; dropped is closed with the rest gone.
   *
   * sent and done only grow, and done <= sent; the difference is what is unfinished. A message that
   * is dropped because the channel was full was sent and is done; one that was refused was not sent.
   *
   * Code of users that is called with the lock held, which is the comparator of a priority, may throw:
   * it is called before anything is changed.
   */
  final ReentrantLock lock;
  final Condition room;
  private final Condition idle;
  private final Waits waits;
  private final BooleanSupplier roomForInsider = () -> hasRoom() || isShut();
  private final BooleanSupplier roomForOutsider = () -> hasRoom() || isShut() || isSealed();
  private final BooleanSupplier nothingUnfinished = () -> isIdle() || isDropped();

  private boolean sealed; // guarded by lock
  private boolean closed; // guarded by lock
  private boolean dropped; // guarded by lock
  private long sent; // guarded by lock
  private long received; // guarded by lock
  private long done; // guarded by lock
  private long overflowed; // guarded by lock
  private int highWater; // guarded by lock

  GuardedChannel(ChannelOptions<T> options, ChannelHost host) {
    super(options, host);
    this.lock = new NamedLock("channel", options.name());
    this.room = lock.newCondition();
    this.idle = lock.newCondition();
    this.waits = new Waits(seam);
  }

  // ---- What the kinds differ in; all with the lock held

  /** Whether one more message may enter. */
  abstract boolean hasRoom();

  /** Adds a message that has its number. If that throws, nothing has changed. */
  abstract void add(Entry<T> entry);

  /** A message has entered and is counted. */
  void noteEntered(Entry<T> entry) {}

  /** Takes out the message that has waited longest. */
  abstract void dropOldest();

  /** Takes out all that wait, in the order in which they would have been given out. */
  abstract List<Entry<T>> dropAll();

  /** How many messages wait. */
  abstract int waiting();

  /** Lets all receivers look again. */
  abstract void wakeReceivers();

  /** Whether a receiver of {@code line} can take a message now. */
  abstract boolean hasMessage(Line<T> line);

  /** Takes out the next message. Call only if there is one. */
  abstract Entry<T> leave(Line<T> line);

  /** A message that was taken out is done. */
  abstract void finish(Line<T> line, Entry<T> entry);

  // ---- The way in

  @Override
  public final void send(T message) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    if (!put(message, Seam.NEVER) && overflow() == Overflow.FAIL) {
      throw full();
    }
  }

  @Override
  public final boolean trySend(T message) {
    requireMessage(message);
    Entry<T> entry = wrap(message);
    boolean inside = host.isInside();
    seam.giveWay();
    lock.lock();
    try {
      refuseIfClosed(inside);
      return enterOrOverflow(entry);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final boolean trySend(T message, Duration limit) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    return put(message, Deadlines.after(seam, limit));
  }

  /** Sends, waiting until {@code deadline} if the channel blocks; says whether the message is in. */
  private boolean put(T message, long deadline) throws InterruptedException {
    Entry<T> entry = wrap(message);
    boolean inside = host.isInside();
    lock.lock();
    try {
      refuseIfClosed(inside);
      return overflow() == Overflow.BLOCK
          ? enterInTime(entry, inside, deadline)
          : enterOrOverflow(entry);
    } finally {
      lock.unlock();
    }
  }

  private Entry<T> wrap(T message) {
    return Store.wrap(message, options(), seam);
  }

  /** Waits for room; says whether the message is in. */
  boolean enterInTime(Entry<T> entry, boolean inside, long deadline) throws InterruptedException {
    boolean inTime = seam.await(lock, room, inside ? roomForInsider : roomForOutsider, deadline);
    refuseIfClosed(inside);
    if (inTime) {
      enter(entry);
    }
    return inTime;
  }

  /** Enters, or does what a full channel does that does not wait; says whether it is in. */
  private boolean enterOrOverflow(Entry<T> entry) {
    boolean full = !hasRoom();
    if (full && overflow() == Overflow.DROP_NEW) {
      overflowed++;
    }
    if (full && overflow() != Overflow.DROP_OLD) {
      return false;
    }
    enter(entry);
    if (full) {
      dropOldest();
      overflowed++;
    }
    return true;
  }

  final void enter(Entry<T> entry) {
    assert lock.isHeldByCurrentThread();
    entry.number = sent;
    entry.stamp = waits.stamp(sent);
    try {
      add(entry);
    } catch (Throwable e) {
      room.signal(); // the room is left to another sender
      throw e;
    }
    sent++;
    noteEntered(entry);
    highWater = Math.max(highWater, Math.min(waiting(), capacity()));
  }

  final void refuseIfClosed(boolean inside) {
    assert lock.isHeldByCurrentThread();
    if (closed) {
      throw closedForSending();
    }
    if (sealed && !inside) {
      throw closingForOutsiders();
    }
  }

  // ---- The way out

  /** Notes that a message has left for those who receive. */
  final void noteReceived(Entry<T> entry) {
    received++;
    waits.received(entry.stamp);
    room.signal();
  }

  final void noteDone() {
    done++;
  }

  /** Gives the lock back after something may have been done. */
  final void unlockAndTell() {
    boolean nowIdle = isIdle();
    if (nowIdle) {
      idle.signalAll();
    }
    lock.unlock();
    host.onDone(this, nowIdle);
  }

  @Override
  final void finishOne() {
    lock.lock();
    try {
      noteDone();
    } finally {
      unlockAndTell();
    }
  }

  // ---- The end

  @Override
  public final void seal() {
    lock.lock();
    try {
      sealed = true;
      wakeSenders();
      wakeReceivers(); // some wait for a full batch
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final void close() {
    lock.lock();
    try {
      shut();
    } finally {
      lock.unlock();
    }
  }

  private void shut() {
    closed = true;
    wakeSenders();
    wakeReceivers();
  }

  @Override
  public final List<T> closeNow() {
    lock.lock();
    try {
      dropped = true;
      List<Entry<T>> rest = dropAll();
      shut();
      idle.signalAll();
      return rest.stream().map(entry -> entry.message).toList();
    } finally {
      unlockAndTell();
    }
  }

  void wakeSenders() {
    room.signalAll();
  }

  @Override
  public final void wake() {
    lock.lock();
    try {
      wakeReceivers();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final void awaitIdle() throws InterruptedException {
    awaitIdle(Seam.NEVER);
  }

  @Override
  public final boolean awaitIdle(Duration limit) throws InterruptedException {
    return awaitIdle(Deadlines.after(seam, limit));
  }

  private boolean awaitIdle(long deadline) throws InterruptedException {
    throwIfInterrupted();
    requireNotInHand();
    lock.lock();
    try {
      seam.await(lock, idle, nothingUnfinished, deadline);
      return isIdle();
    } finally {
      lock.unlock();
    }
  }

  // ---- Looking

  /** Returns what {@code field} has, read with the lock held. */
  final <R> R locked(Supplier<R> field) {
    lock.lock();
    try {
      return field.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long sent() {
    return locked(() -> sent);
  }

  @Override
  public long done() {
    return locked(() -> done);
  }

  @Override
  public final long unfinished() {
    return locked(() -> sent - done);
  }

  @Override
  public final long dropped() {
    return locked(() -> overflowed);
  }

  @Override
  public final int depth() {
    return locked(this::waiting);
  }

  @Override
  public final boolean isClosed() {
    return locked(() -> closed);
  }

  @Override
  public final boolean isEnded() {
    return locked(() -> closed && waiting() == 0);
  }

  @Override
  public final ChannelStats stats() {
    return locked(() -> new ChannelStats(
        waiting(), highWater, sent, received, overflowed, waits.mean(), waits.longest()));
  }

  final boolean isShut() {
    return closed;
  }

  final boolean isSealed() {
    return sealed;
  }

  private boolean isDropped() {
    return dropped;
  }

  private boolean isIdle() {
    return sent == done;
  }
}
