package io.lappet.internal.channel;

import io.lappet.Delivery;
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
   * The sender alone writes the tail, the receiver alone the head, until the channel is dropped. A
   * position has a message exactly while its place is not free.
   *
   * Both look at the state before a step and after it. A processor may let them look a little before
   * others see the step, which takes far less than a glance. So whoever draws a conclusion from the
   * steps of the other side, after it has changed the state, waits for a glance before: then either
   * the step is seen, or the other side sees the change when it looks after the step, and goes on
   * under the lock. Sleepers doze for the same reason.
   */
  private final boolean fenced = seam.glance() == Seam.NEVER;
  private final Condition settled = lock.newCondition();
  private boolean deserted; // guarded by lock; the receiver has seen the end
  private long takenUpTo = Long.MAX_VALUE; // guarded by lock; from here on closeNow took them

  SoloRing(ChannelOptions<T> options, ChannelHost host) {
    super(options, host, false);
  }

  // ---- The sender

  @Override
  boolean offer(T message) {
    long position = tail.peek();
    if (position >= tail.seen()) {
      long limit = limit(position);
      if (limit <= position) {
        return false;
      }
      tail.see(limit);
    }
    noteSent(position);
    slots.put(position, message);
    tail.publish(position + 1);
    return true;
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

  /** Closed in the middle of sending: takes the message out again if nobody else will. */
  private void takeBack() {
    lock.lock();
    try {
      long position = tail.peek() - 1;
      if (deserted && !slots.isFree(position)) {
        slots.free(position);
        tail.publish(position);
        throw closedForSending();
      }
    } finally {
      lock.unlock();
    }
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
    if (isDropped() && isTakenByOther(position)) {
      return null;
    }
    noteTaken(position);
    return message;
  }

  private boolean isTakenByOther(long position) {
    lock.lock();
    try {
      return position >= takenUpTo;
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean hasMessage() {
    return !slots.isFree(head.get()) && !isDropped();
  }

  @Override
  boolean isExhausted() {
    lock.lock();
    try {
      if (!deserted) {
        awaitGlance();
        deserted = isDropped() || !hasMessage();
      }
      return deserted;
    } finally {
      lock.unlock();
    }
  }

  // ---- Closing

  @Override
  void shut() {}

  @Override
  void takeRest(List<T> rest) {
    awaitGlance();
    if (takenUpTo != Long.MAX_VALUE) {
      return;
    }
    takenUpTo = head.get();
    deserted = true;
    long position = takenUpTo;
    for (T message = slots.get(position); message != null; message = slots.get(position)) {
      rest.add(message);
      slots.free(position);
      position++;
    }
    head.publish(position);
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

  @Override
  public long sent() {
    return tail.get();
  }

  // ---- By hand

  @Override
  public void deliver(T message) throws InterruptedException {
    super.send(message);
  }

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
