package io.lappet.internal.channel;

import io.lappet.Delivery;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A ring for workers alone, whose numbers are known: each thread that sends has a lane of its own,
 * with its share of the capacity. With one receiver nothing on the way of a message is atomic or
 * fenced.
 *
 * @param <T> the type of the messages
 */
final class LaneRing<T> extends RingChannel<T> {
  /*
   * Both sides look at the state after each step. A processor may let them look a little before
   * others see the step, which takes far less than a glance. So whoever draws a conclusion from the
   * steps of the other side, after it has changed the state, waits for a glance before: then either
   * the step is seen, or the other side sees the change when it looks after the step, and goes on
   * under the lock. Sleepers look by themselves for the same reason.
   */
  private final int threads;
  private final int receivers;
  private final boolean fenced = seam.glance() == Seam.NEVER;
  private final Map<Object, Lane<T>> owners = new HashMap<>(); // guarded by lock
  private volatile Lane<T>[] lanes = none(); // written with lock; only grows
  private final Condition settled = lock.newCondition();
  private boolean deserted; // guarded by lock; the receivers have seen the end
  private final Map<Lane<T>, Long> rests = new HashMap<>(); // guarded by lock; what closeNow took

  LaneRing(ChannelOptions<T> options, ChannelHost host) {
    super(options, host, false);
    this.threads = options.senders();
    this.receivers = options.receivers();
  }

  // ---- The way in

  @Override
  public Inlet<T> inlet(Object thread) {
    lock.lock();
    try {
      return owners.computeIfAbsent(thread, key -> newLane());
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made
  private static <T> Lane<T>[] none() {
    return new Lane[0];
  }

  private Lane<T> newLane() {
    int number = lanes.length;
    if (number == threads) {
      throw new IllegalStateException("Channel \"" + name() + "\" was made for " + threads
          + " threads that send, and one more does");
    }
    int share = capacity() / threads + (number < capacity() % threads ? 1 : 0);
    Lane<T> lane = new Lane<>(this, share, receivers > 1);
    Lane<T>[] more = Arrays.copyOf(lanes, number + 1);
    more[number] = lane;
    lanes = more;
    return lane;
  }

  // ---- The way out

  @Override
  @Nullable
  T poll(Turn turn) {
    if (isDropped()) {
      return null;
    }
    Lane<T>[] now = lanes;
    if (receivers == 1 && now.length == 1) {
      return now[0].poll();
    }
    T message = pollAll(now, turn);
    while (message == null && receivers > 1 && hasMessage()) {
      yieldToOthers();
      message = pollAll(now, turn);
    }
    return message;
  }

  private static <T> @Nullable T pollAll(Lane<T>[] lanes, Turn turn) {
    int next = turn.lane < lanes.length ? turn.lane : 0;
    for (int i = 0; i < lanes.length; i++) {
      T message = lanes[next].poll();
      if (message != null) {
        turn.found(next, lanes.length);
        return message;
      }
      next = next + 1 < lanes.length ? next + 1 : 0;
    }
    return null;
  }

  @Override
  boolean hasMessage() {
    for (Lane<T> lane : lanes) {
      if (!lane.isEmpty()) {
        return !isDropped();
      }
    }
    return false;
  }

  // ---- The end

  @Override
  void shut() {
    // The senders look at the state after each message.
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

  /**
   * The channel was closed while {@code lane} sent.
   *
   * @throws io.lappet.ChannelClosedException if nobody would take the message, which is out again
   */
  void takeBack(Lane<T> lane) {
    lock.lock();
    try {
      if (!(deserted || rests.containsKey(lane)) || !lane.takeBack()) {
        return;
      }
    } finally {
      lock.unlock();
    }
    finishOne(); // it counts as sent
    throw closedForSending();
  }

  @Override
  void takeRest(List<T> rest) {
    awaitGlance();
    for (Lane<T> lane : lanes) {
      if (!rests.containsKey(lane)) {
        rests.put(lane, lane.takeRest(rest));
      }
    }
  }

  /** Whether closeNow has taken the message that a receiver has just found at {@code position}. */
  boolean isTakenByOther(Lane<T> lane, long position) {
    lock.lock();
    try {
      return position >= rests.getOrDefault(lane, Long.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a moment, with the lock held, which is given up meanwhile. */
  private void awaitGlance() {
    assert lock.isHeldByCurrentThread();
    if (fenced) {
      return;
    }
    long deadline = seam.nanos() + seam.glance();
    boolean interrupted = false;
    while (seam.nanos() < deadline) {
      try {
        seam.await(lock, settled, () -> false, deadline);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- What the rest needs to know

  @Override
  public long sent() {
    long sum = 0;
    for (Lane<T> lane : lanes) {
      sum += lane.sent();
    }
    return sum;
  }

  @Override
  long taken() {
    long sum = 0;
    for (Lane<T> lane : lanes) {
      sum += lane.taken();
    }
    return sum;
  }

  @Override
  void letSendersIn() {
    for (Lane<T> lane : lanes) {
      lane.letIn();
    }
  }

  @Override
  void wakeSenders() {
    for (Lane<T> lane : lanes) {
      lane.wakeAll();
    }
  }

  @Override
  public int depth() {
    return isDropped() ? 0 : super.depth(); // a receiver may still count what closeNow has taken
  }

  @Override
  public long dropped() {
    return 0; // senders wait
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
        + " by its workers alone; to do so by hand, declare: abstract "
        + handle
        + "<..> "
        + member
        + "();");
  }
}
