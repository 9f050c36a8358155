package io.lappet.internal.channel;

import io.lappet.ChannelStats;
import io.lappet.Delivery;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded channel, first in first out, whose messages pass through a ring without a lock. The lock
 * is for those who sleep, and for what happens once.
 *
 * @param <T> the type of the messages
 */
abstract class RingChannel<T> extends ChannelCore<T> {
  /*
   * tail counts what was sent, head what was taken. A message is put into its place after tail says
   * so or just before, and its place is free only after it was taken; so what is in the ring is never
   * more than tail - head, and that is never more than the capacity.
   *
   * A thread that takes a message counts it as done in a count of its own. Whoever may have been the
   * last to do so says that the channel is idle before it sleeps or leaves, which is when it matters.
   */
  private static final int OPEN = 0;
  private static final int SEALED = 1;
  private static final int CLOSED = 2;
  private static final int DROPPED = 3;

  final int capacity;
  final Slots<T> slots;
  final Cursor tail = new Cursor();
  final Cursor head = new Cursor();
  final ReentrantLock lock;
  final Bell filled;
  final Bell room;

  private final long glance;
  private final Vigil senders = new Vigil();
  private final Vigil receivers = new Vigil();
  private final Bell.Sleep forMessage;
  private final Bell.Sleep forRoom;
  private final Bell.Sleep forRoomOutside;
  private final BooleanSupplier spacious = () -> isSpacious() || isShut();
  private final Condition idle;
  private final BooleanSupplier nothingUnfinished = () -> isIdle() || isDropped();
  private final WaitSample waits;
  private final LongAdder overflowed = new LongAdder();
  private final AtomicLong doneElsewhere = new AtomicLong(); // by hand, or by threads that retired
  private final List<Cursor> dones = new ArrayList<>(); // guarded by lock; of threads
  private volatile int state = OPEN; // written with lock
  private volatile int idlers; // written with lock; those who wait for idle
  private volatile int highWater; // written by senders, each after a look at both ends

  /**
   * Makes an empty one.
   *
   * @param fenced whether who sends sees at once that somebody sleeps
   */
  RingChannel(ChannelOptions<T> options, ChannelHost host, boolean fenced) {
    super(options, host);
    this.capacity = options.capacity();
    this.slots = new Slots<>(capacity);
    this.lock = new NamedLock("channel", options.name());
    this.idle = lock.newCondition();
    this.glance = seam.glance();
    this.waits = new WaitSample(seam, lock);
    this.filled = new Bell(seam, lock, this::hasMessage, fenced ? 0 : Integer.MAX_VALUE);
    this.room = new Bell(seam, lock, this::hasRoom, 1);
    this.forMessage = filled.new Sleep(this::isShut);
    this.forRoom = room.new Sleep(this::isShut);
    this.forRoomOutside = room.new Sleep(this::isSealed);
  }

  // ---- The ring

  /** Puts a message in, unless the ring is full or closed. */
  abstract boolean offer(T message);

  /** Takes the next message out, if there is one. */
  abstract @Nullable T poll();

  /** Whether a message is there, or on its way in. */
  abstract boolean hasMessage();

  /** Lets nothing more in. Called with the lock held. */
  abstract void shut();

  /** Called when the channel is closed and {@link #poll} found nothing: whether that is final. */
  abstract boolean isExhausted();

  final boolean hasRoom() {
    return sent() - head.get() < capacity;
  }

  /** Whether it pays to begin to send again. */
  private boolean isSpacious() {
    return sent() - head.get() <= capacity / 2;
  }

  /**
   * Looks at the other side for a sender at {@code position}; says up to which position there is
   * room and nothing new for the high-water mark.
   */
  final long limit(long position) {
    long taken = head.get();
    long depth = position - taken + 1;
    if (depth > capacity) {
      return position;
    }
    if (depth > highWater) {
      noteDepth((int) depth);
    }
    return taken + highWater;
  }

  private void noteDepth(int depth) {
    lock.lock();
    try {
      highWater = Math.max(highWater, depth);
    } finally {
      lock.unlock();
    }
  }

  final void noteSent(long position) {
    waits.sent(position);
  }

  final void noteTaken(long position) {
    waits.taken(position);
  }

  // ---- Sending

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
    refuseIfClosed();
    if (offer(message)) {
      entered();
      return true;
    }
    refuseIfClosed();
    return overflows();
  }

  @Override
  public boolean trySend(T message, Duration limit) throws InterruptedException {
    requireMessage(message);
    throwIfInterrupted();
    return put(message, Deadlines.after(seam, limit));
  }

  /** Sends, waiting until {@code deadline} if the channel blocks; says whether the message is in. */
  final boolean put(T message, long deadline) throws InterruptedException {
    seam.giveWay();
    boolean slept = false;
    while (true) {
      refuseIfClosed();
      if (offer(message)) {
        entered();
        if (slept && room.isArmed() && hasRoom()) {
          room.ring();
        }
        return true;
      }
      refuseIfClosed();
      if (overflow() != Overflow.BLOCK) {
        return overflows();
      }
      if (!awaitRoom(deadline)) {
        return false;
      }
      slept = true;
    }
  }

  private boolean overflows() {
    if (overflow() == Overflow.DROP_NEW) {
      overflowed.increment();
    }
    return false;
  }

  /** A message has got in. */
  void entered() {
    if (filled.isArmed()) {
      filled.ring();
    }
  }

  private boolean awaitRoom(long deadline) throws InterruptedException {
    if (senders.keep(seam, spacious)) {
      return true;
    }
    lock.lock();
    try {
      return (host.isInside() ? forRoom : forRoomOutside).until(deadline);
    } finally {
      lock.unlock();
    }
  }

  private void refuseIfClosed() {
    int now = state;
    if (now != OPEN) {
      if (now != SEALED) {
        throw closedForSending();
      }
      if (!host.isInside()) {
        throw closingForOutsiders();
      }
    }
  }

  // ---- Receiving

  /** Takes the next message out and says so to a sender that waits for room. */
  final @Nullable T next() {
    T message = poll();
    if (message != null && room.isArmed()) {
      makeRoomKnown();
    }
    return message;
  }

  /**
   * Wakes a sender, unless it pays to take some more before: if it has just fallen asleep, it looks
   * by itself in a moment.
   */
  private void makeRoomKnown() {
    if (glance == Seam.NEVER || isSpacious() || room.asleepFor() >= glance / 2) {
      room.ring();
    }
  }

  /** Waits for a message; returns null when {@code sleep} is over for another reason, or in time. */
  final @Nullable T await(Bell.Sleep sleep, BooleanSupplier givesUp, long deadline)
      throws InterruptedException {
    boolean slept = false;
    while (true) {
      if (givesUp.getAsBoolean()) {
        tell();
        return null;
      }
      T message = next();
      if (message != null) {
        if (slept && filled.isArmed() && hasMessage()) {
          filled.ring();
        }
        return message;
      }
      if (isShut() && isExhausted()) {
        return null;
      }
      if (receivers.keep(seam, sleep.over())) {
        continue;
      }
      tell();
      if (room.isArmed()) { // now seen for certain
        room.ring();
      }
      slept = true;
      if (!sleepOnce(sleep, deadline)) {
        return givesUp.getAsBoolean() ? null : next();
      }
    }
  }

  /** Sleeps; success beats interruption. */
  private boolean sleepOnce(Bell.Sleep sleep, long deadline) throws InterruptedException {
    lock.lock();
    try {
      return sleep.until(deadline);
    } finally {
      lock.unlock();
    }
  }

  private static final BooleanSupplier NEVER_GIVES_UP = () -> false;

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
    T message = await(forMessage, NEVER_GIVES_UP, Seam.NEVER);
    if (message == null) {
      throw closedAndEmpty();
    }
    return message;
  }

  @Override
  public Optional<T> tryReceive() {
    seam.giveWay();
    T message = next();
    if (message != null) {
      return Optional.of(finished(message));
    }
    return nothing();
  }

  @Override
  public Optional<T> tryReceive(Duration limit) throws InterruptedException {
    throwIfInterrupted();
    seam.giveWay();
    T message = await(forMessage, NEVER_GIVES_UP, Deadlines.after(seam, limit));
    return message == null ? nothing() : Optional.of(finished(message));
  }

  private Optional<T> nothing() {
    if (isShut() && isExhausted()) {
      throw closedAndEmpty();
    }
    return Optional.empty();
  }

  private T finished(T message) {
    finishOne();
    return message;
  }

  @Override
  void finishOne() {
    doneElsewhere.incrementAndGet();
    tell();
  }

  // ---- Consumers

  @Override
  public Intake<T> intake(BooleanSupplier givesUp) {
    return new RingIntake(givesUp);
  }

  /** One thread of a consumer. */
  private final class RingIntake implements Intake<T> {
    private final BooleanSupplier givesUp;
    private final Bell.Sleep sleep;
    private final Bell.Sleep lingering;
    private final Cursor done = new Cursor();

    RingIntake(BooleanSupplier givesUp) {
      this.givesUp = givesUp;
      this.sleep = filled.new Sleep(() -> givesUp.getAsBoolean() || isShut());
      this.lingering = filled.new Sleep(() -> givesUp.getAsBoolean() || isSealed());
      lock.lock();
      try {
        dones.add(done);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable T take() throws InterruptedException {
      seam.giveWay();
      return await(sleep, givesUp, Seam.NEVER);
    }

    @Override
    public void fill(List<T> batch, int size, long deadline) throws InterruptedException {
      while (batch.size() < size) {
        T message = next();
        if (message != null) {
          batch.add(message);
        } else if (givesUp.getAsBoolean() || isSealed() || seam.nanos() >= deadline) {
          return;
        } else {
          sleepOnce(lingering, deadline);
        }
      }
    }

    @Override
    public void done(T message) {
      done.publish(done.peek() + 1);
    }

    @Override
    public void retire() {
      lock.lock();
      try {
        dones.remove(done);
        doneElsewhere.addAndGet(done.peek());
      } finally {
        lock.unlock();
      }
      tell();
    }
  }

  @Override
  public void wake() {
    filled.ringAll();
  }

  // ---- Idle

  /** Lets those know who wait for it if the channel is idle. Called with no lock held. */
  private void tell() {
    VarHandle.fullFence(); // what this thread has done is counted before it looks at all counts
    boolean nowIdle = isIdle();
    if (nowIdle && idlers > 0) {
      lock.lock();
      try {
        idle.signalAll();
      } finally {
        lock.unlock();
      }
    }
    host.onDone(this, nowIdle);
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
    idlers++;
    try {
      seam.await(lock, idle, nothingUnfinished, deadline);
      return isIdle();
    } finally {
      idlers--;
      lock.unlock();
    }
  }

  // ---- Closing

  @Override
  public void seal() {
    lock.lock();
    try {
      state = Math.max(state, SEALED);
    } finally {
      lock.unlock();
    }
    room.ringAll();
    filled.ringAll();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      shutWith(CLOSED);
    } finally {
      lock.unlock();
    }
  }

  private void shutWith(int next) {
    assert lock.isHeldByCurrentThread();
    shut();
    state = Math.max(state, next);
    room.ringAll();
    filled.ringAll();
  }

  @Override
  public List<T> closeNow() {
    List<T> rest = new ArrayList<>();
    lock.lock();
    try {
      shutWith(DROPPED);
      takeRest(rest);
      doneElsewhere.addAndGet(rest.size());
      idle.signalAll();
    } finally {
      lock.unlock();
    }
    tell();
    return rest;
  }

  /** Takes out what nobody has taken. Called with the lock held, after the end of sending. */
  void takeRest(List<T> rest) {
    for (T message = poll(); message != null; message = poll()) {
      rest.add(message);
    }
  }

  final boolean isShut() {
    return state >= CLOSED;
  }

  final boolean isSealed() {
    return state >= SEALED;
  }

  final boolean isDropped() {
    return state == DROPPED;
  }

  // ---- Looking

  private boolean isIdle() {
    long done = done();
    return sent() == done;
  }

  @Override
  public long done() {
    lock.lock();
    try {
      long sum = doneElsewhere.get();
      for (Cursor done : dones) {
        sum += done.get();
      }
      return sum;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long dropped() {
    return overflowed.sum();
  }

  @Override
  public int depth() {
    long taken = head.get(); // first, as it never passes the tail
    return (int) Math.min(capacity, sent() - taken);
  }

  @Override
  public boolean isClosed() {
    return isShut();
  }

  @Override
  public boolean isEnded() {
    return isShut() && isExhausted();
  }

  @Override
  public ChannelStats stats() {
    return new ChannelStats(
        depth(), highWater, sent(), head.get(), dropped(), waits.mean(), waits.longest());
  }
}
