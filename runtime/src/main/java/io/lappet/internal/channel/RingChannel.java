package io.lappet.internal.channel;

import io.lappet.ChannelStats;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bounded channel, first in first out, whose messages pass through a ring without a lock. The lock
 * is for those who sleep, and for what happens once.
 *
 * @param <T> the type of the messages
 */
abstract class RingChannel<T> extends ChannelCore<T> {
  /*
   * A thread that takes a message counts it as done in a count of its own. Whoever may have been the
   * last to do so says that the channel is idle before it sleeps or leaves, which is when it matters.
   */
  private static final int STREAM = 8;
  private static final long STREAM_PAUSE = 1_000;
  private static final long PAUSE = 100;

  /** 0.1, 1, 10 and 100 ms: no processor holds back a message for that long. */
  private static final int NAPS = 4;

  private static final int OPEN = 0;
  private static final int SEALED = 1;
  private static final int CLOSED = 2;
  private static final int DROPPED = 3;

  final ReentrantLock lock;
  final Bell filled;

  private final Cursor takenAtLastWait = new Cursor(); // a hint
  private final Vigil vigil = new Vigil();
  private final Condition idle;
  private final BooleanSupplier nothingUnfinished = () -> isIdle() || isDropped();
  private final WaitSample waits;
  private final AtomicLong doneElsewhere = new AtomicLong(); // by hand, or by closeNow
  private volatile Takers takers = new Takers(List.of(), 0); // replaced with lock
  private long returned; // guarded by lock; by closeNow
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
    this.lock = new NamedLock("channel", options.name());
    this.idle = lock.newCondition();
    this.waits = new WaitSample(seam, lock);
    this.filled = new Bell(seam, lock, this::hasMessage, fenced ? 0 : NAPS);
  }

  // ---- The ring

  /** Takes the next message out, if there is one, and lets its sender know that there is room. */
  abstract @Nullable T poll();

  /** Whether a message is there, or on its way in. */
  abstract boolean hasMessage();

  /** How many messages were taken out. */
  abstract long taken();

  /** Where messages get in. */
  abstract Entrance<T> entrance();

  /** Lets nothing more in. Called with the lock held. */
  abstract void shut();

  /** Called when the channel is closed and {@link #poll} found nothing: whether that is final. */
  abstract boolean isExhausted();

  /** Takes out what nobody has taken. Called with the lock held, once or more, after the end. */
  abstract void takeRest(List<T> rest);

  @Override
  public final Inlet<T> inlet() {
    return overflow() == Overflow.BLOCK ? entrance() : super.inlet();
  }

  /** So many messages wait; returns the most that ever did. */
  final int noteDepth(long depth) {
    if (depth > highWater) {
      lock.lock();
      try {
        highWater = Math.max(highWater, (int) depth);
      } finally {
        lock.unlock();
      }
    }
    return highWater;
  }

  final void noteSent(long position) {
    waits.sent(position);
  }

  final void noteTaken(long position) {
    waits.taken(position);
  }

  /** Wakes a receiver, as a message has got in. */
  final void bringNews() {
    if (filled.isArmed()) {
      filled.ring();
    }
  }

  final void refuseIfClosed() {
    int now = state;
    if (now != OPEN) {
      refuse(now);
    }
  }

  private void refuse(int now) {
    if (now != SEALED) {
      throw closedForSending();
    }
    if (!host.isInside()) {
      throw closingForOutsiders();
    }
  }

  // ---- Receiving

  /**
   * Another thread was faster: leaves it to its run for a moment, which is cheaper for both. If the
   * other side waits for this processor, it gets it.
   */
  final void yieldToOthers() {
    seam.stepAside();
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
      T message = poll();
      if (message != null) {
        if (slept) {
          wakeNext();
        }
        return message;
      }
      if (isShut() && isExhausted()) {
        return null;
      }
      if (deadline == Seam.NEVER && vigil.keep(seam, sleep.over(), pauseBetweenLooks())) {
        continue;
      }
      tell();
      entrance().letIn(); // who sleeps is now seen for certain
      slept = true;
      if (!sleepOnce(sleep, deadline)) {
        return givesUp.getAsBoolean() ? null : poll();
      }
    }
  }

  /** Who was woken wakes the next one if there is more than it takes. */
  private void wakeNext() {
    if (filled.isArmed() && hasMessage()) {
      filled.ring();
    }
  }

  /**
   * Messages that come in a stream are waited for a little longer, so that both sides do not work on
   * the same places; one that comes alone is an answer that somebody may wait for.
   */
  private long pauseBetweenLooks() {
    long now = taken();
    long before = takenAtLastWait.peek();
    takenAtLastWait.publish(now);
    return now - before >= STREAM ? STREAM_PAUSE : PAUSE;
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
        takers = takers.with(done);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable T take() throws InterruptedException {
      seam.giveWay();
      T message = givesUp.getAsBoolean() ? null : poll();
      return message != null ? message : await(sleep, givesUp, Seam.NEVER);
    }

    @Override
    public void fill(List<T> batch, int size, long deadline) throws InterruptedException {
      boolean slept = false;
      while (batch.size() < size) {
        T message = poll();
        if (message != null) {
          batch.add(message);
        } else if (givesUp.getAsBoolean() || isSealed() || seam.nanos() >= deadline) {
          return;
        } else {
          slept = true;
          sleepOnce(lingering, deadline);
        }
      }
      if (slept) {
        wakeNext();
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
        takers = takers.without(done);
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
    requireNotInHand();
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
    entrance().wakeAll();
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
    entrance().wakeAll();
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
      returned += rest.size();
      idle.signalAll();
    } finally {
      lock.unlock();
    }
    tell();
    return rest;
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
    return doneElsewhere.get() + takers.done();
  }

  /**
   * What the threads of consumers have done: of each that is there its own count, and the sum of
   * those that retired. One object, so that nobody sees a thread in neither or in both.
   */
  private record Takers(List<Cursor> present, long doneByRetired) {
    Takers with(Cursor taker) {
      return new Takers(Stream.concat(present.stream(), Stream.of(taker)).toList(), doneByRetired);
    }

    Takers without(Cursor taker) {
      return new Takers(
          present.stream().filter(other -> other != taker).toList(), doneByRetired + taker.peek());
    }

    long done() {
      long sum = doneByRetired;
      for (Cursor taker : present) {
        sum += taker.get();
      }
      return sum;
    }
  }

  @Override
  public int depth() {
    long taken = taken(); // first, as it never passes what was sent
    return (int) Math.min(capacity(), Math.max(0, sent() - taken));
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
    lock.lock();
    try {
      return new ChannelStats(
          depth(), highWater, sent(), taken() - returned, dropped(), waits.mean(), waits.longest());
    } finally {
      lock.unlock();
    }
  }
}
