package io.lappet.internal.channel;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.ChannelFullException;
import io.lappet.WiringException;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A channel as workers and the fabric see it. The kinds differ in how they keep messages and wait;
 * their contract is the same.
 *
 * @param <T> the type of the messages
 */
public abstract class ChannelCore<T> implements Channel<T>, Tap<T> {
  /*
   * open -> sealed -> closed, and from each to the next only; dropped is closed with the rest gone.
   *
   * sent and done only grow, and done <= sent; the difference is what is unfinished. A message that
   * is dropped because the channel was full was sent and is done; one that was refused was not sent.
   */
  private final ChannelOptions<T> options;
  final ChannelHost host;
  final Seam seam;

  private final Inlet<T> byHand = this::send;

  /** Messages that a worker had in hand and could not send. */
  private final AtomicInteger lost = new AtomicInteger();

  private final AtomicInteger sendingThreads = new AtomicInteger(); // of workers, if limited
  private final AtomicInteger receivingThreads = new AtomicInteger(); // of workers, if limited

  ChannelCore(ChannelOptions<T> options, ChannelHost host) {
    this.options = options;
    this.host = host;
    this.seam = host.seam();
  }

  /** Makes the cheapest kind that is right for what is known of the channel. */
  public static <T> ChannelCore<T> make(ChannelOptions<T> options, ChannelHost host) {
    if (options.topic()) {
      return new TopicChannel<>(options, host);
    }
    if (!options.isRing()) {
      return new LockedChannel<>(options, host);
    }
    return options.isSolo() ? new SoloRing<>(options, host) : new SharedRing<>(options, host);
  }

  /** The implementation behind a handle. */
  public static <T> ChannelCore<T> of(Channel<T> channel) {
    if (channel instanceof ChannelCore<T> core) {
      return core;
    }
    throw new WiringException(channel.getClass().getName()
        + " is not a channel of this runtime, so no worker can use it");
  }

  // ---- For workers

  /** The sending end of a worker that was counted among the senders. */
  public Inlet<T> inlet() {
    return byHand;
  }

  /**
   * As {@link #send}, if it is sure at once that there is room; otherwise nothing has happened. A kind
   * of channel for which that is no shorter may always say no.
   *
   * @return whether the message was sent
   */
  public boolean sendAtOnce(T message) throws InterruptedException {
    return false;
  }

  /** What one consumer method takes from; called once for each. */
  public Tap<T> forConsumer() {
    return this;
  }

  @Override
  public void giveUp() {
    // The messages stay for those who are left.
  }

  @Override
  public final boolean isEmpty() {
    return depth() == 0;
  }

  // ---- For the fabric

  /** Whether messages wait of which none may be given out before one that was is done. */
  public boolean isHeldBack() {
    return false;
  }

  /** Refuses messages from outside from now on; see {@link ChannelHost#isInside}. */
  public abstract void seal();

  /** How many messages have been sent. */
  public abstract long sent();

  /** How many of them are done. */
  public abstract long done();

  /** Marks one message as done that was taken out by hand. */
  abstract void finishOne();

  /**
   * Lets threads of a worker send.
   *
   * @throws WiringException if more would send than the queue was chosen for
   */
  public void admitSenders(int threads, String worker) {
    admit(sendingThreads, threads, options.senders(), "send to", worker);
  }

  /**
   * Lets threads of a worker receive.
   *
   * @throws WiringException if more would receive than the queue was chosen for
   */
  public void admitReceivers(int threads, String worker) {
    admit(receivingThreads, threads, options.receivers(), "receive from", worker);
  }

  private void admit(AtomicInteger admitted, int more, int most, String verb, String worker) {
    if (most == ChannelOptions.ANY) {
      return;
    }
    if (more > most - admitted.get()) {
      throw new WiringException(worker + " cannot " + verb + " channel \"" + name()
          + "\": no more than " + most + " threads were to " + verb + " it when it was made, "
          + admitted + " of them are taken, and " + worker + " needs "
          + (more == ChannelOptions.ANY ? "any number" : Integer.toString(more)));
    }
    admitted.addAndGet(more);
  }

  /** Notes that a worker had a message in hand which it could not send any more. */
  public void lose() {
    lost.incrementAndGet();
  }

  /** How many messages are unfinished or lost. */
  public int undelivered() {
    return (int) Math.min(Integer.MAX_VALUE, unfinished() + lost.get());
  }

  /** Whether every consumer method gets every message. */
  public boolean isTopic() {
    return options.topic();
  }

  /** Whether senders exist that are no workers. */
  public boolean isSentByHand() {
    return options.sentByHand();
  }

  /** Whether receivers exist that are no workers. */
  public boolean isReceivedByHand() {
    return options.receivedByHand();
  }

  // ---- Looking

  @Override
  public String name() {
    return options.name();
  }

  @Override
  public int capacity() {
    return options.capacity();
  }

  final ChannelOptions<T> options() {
    return options;
  }

  final Overflow overflow() {
    return options.overflow();
  }

  @Override
  public long unfinished() {
    long done = done(); // first: it never exceeds what was sent by then
    return sent() - done;
  }

  @Override
  public String toString() {
    return "channel \"" + name() + "\" (" + depth() + " of " + capacity() + ")";
  }

  // ---- What all kinds refuse, in the same words

  final void requireMessage(@Nullable T message) {
    if (message == null) {
      throw new NullPointerException("Null is no message: channel \"" + name() + "\" refuses it");
    }
  }

  static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Refuses to wait for a message that is done when the caller has returned. */
  final void requireNotInHand() {
    if (host.isHandledByCaller(this)) {
      throw new IllegalStateException("Channel \"" + name()
          + "\" cannot become idle while its consumer waits for that: the message in its hand is"
          + " unfinished");
    }
  }

  final ChannelFullException full() {
    return new ChannelFullException(
        "Channel \"" + name() + "\" is full: " + capacity() + " messages wait in it");
  }

  final ChannelClosedException closedForSending() {
    return new ChannelClosedException("Channel \"" + name() + "\" is closed");
  }

  final ChannelClosedException closedAndEmpty() {
    return new ChannelClosedException("Channel \"" + name() + "\" is closed and empty");
  }

  final ChannelClosedException closingForOutsiders() {
    return new ChannelClosedException(
        "Channel \"" + name() + "\" is closing and takes nothing from outside");
  }
}
