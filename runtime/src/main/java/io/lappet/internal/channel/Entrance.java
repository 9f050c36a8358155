package io.lappet.internal.channel;

import io.lappet.internal.channel.Bell.Sleep;
import io.lappet.internal.seam.Seam;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where messages enter a ring, and where senders wait for room in it.
 *
 * @param <T> the type of the messages
 */
abstract class Entrance<T> implements Inlet<T> {
  /*
   * A full ring that has just put a sender to sleep does not wake it for the first free place, but
   * when half of the places are free: that is cheaper for both. A sender looks by itself after a
   * glance, and one that has slept for longer is woken for a single place; so none sleeps on while
   * there is room, however slowly messages are taken.
   */
  private static final long PAUSE = 1_000;
  private static final int BRISK = 64;

  final RingChannel<T> channel;
  private final Seam seam;
  private final ReentrantLock lock;
  private final long glance;
  private final Vigil vigil = new Vigil();
  private final Bell room;
  private final Sleep forRoom;
  private final Sleep forRoomOutside;
  private final BooleanSupplier worthwhile;

  Entrance(RingChannel<T> channel) {
    this.channel = channel;
    this.seam = channel.seam;
    this.lock = channel.lock;
    this.glance = seam.glance();
    this.room = new Bell(seam, lock, this::hasRoom, 1);
    this.forRoom = room.new Sleep(channel::isShut);
    this.forRoomOutside = room.new Sleep(channel::isSealed);
    this.worthwhile = () -> isHalfFree() || channel.isShut();
  }

  /** Puts a message in, unless the ring is full or closed. */
  abstract boolean offer(T message);

  /**
   * Looks at the other side, and notes how full the ring gets.
   *
   * @param position where the next message would be
   * @return up to which position nobody need look again; {@code position} if the ring is full
   */
  final long limit(long position) {
    long taken = channel.taken();
    long depth = position + 1 - taken;
    return depth > channel.capacity() ? position : taken + channel.noteDepth(depth);
  }

  private boolean hasRoom() {
    return waiting() < channel.capacity();
  }

  /** Whether it pays to begin to send again. */
  private boolean isHalfFree() {
    return waiting() <= channel.capacity() / 2;
  }

  private long waiting() {
    long taken = channel.taken(); // first, as it never passes what was sent
    return channel.sent() - taken;
  }

  /** A message has got in. */
  void entered() {
    channel.bringNews();
  }

  @Override
  public final void send(T message) throws InterruptedException {
    channel.requireMessage(message);
    ChannelCore.throwIfInterrupted();
    put(message, Seam.NEVER);
  }

  /** Sends, waiting until {@code deadline} for room; says whether the message is in. */
  final boolean put(T message, long deadline) throws InterruptedException {
    seam.giveWay();
    channel.refuseIfClosed();
    if (offer(message)) {
      entered();
      return true;
    }
    return putLater(message, deadline);
  }

  private boolean putLater(T message, long deadline) throws InterruptedException {
    do {
      channel.refuseIfClosed();
      if (!awaitRoom(deadline)) {
        return false;
      }
      channel.refuseIfClosed();
    } while (!offer(message));
    entered();
    if (room.isArmed() && hasRoom()) {
      room.ring();
    }
    return true;
  }

  private boolean awaitRoom(long deadline) throws InterruptedException {
    if (deadline == Seam.NEVER && isWorthWaitingAwake()) {
      return true;
    }
    lock.lock();
    try {
      return (channel.host.isInside() ? forRoom : forRoomOutside).until(deadline);
    } finally {
      lock.unlock();
    }
  }

  /** Stays awake while messages are taken so briskly that sleep would not pay. */
  private boolean isWorthWaitingAwake() {
    long before;
    long now = channel.taken();
    do {
      if (vigil.keep(seam, worthwhile, PAUSE)) {
        return true;
      }
      before = now;
      now = channel.taken();
    } while (now - before >= BRISK);
    return false;
  }

  /** A message was taken out: wakes a sender, unless it pays to take some more before. */
  final void left() {
    if (room.isArmed()
        && (glance == Seam.NEVER || isHalfFree() || room.asleepFor() >= glance / 2)) {
      room.ring();
    }
  }

  /** Wakes a sender if there is room. Called by a receiver that is about to sleep. */
  final void letIn() {
    if (room.isArmed() && hasRoom()) {
      room.ring();
    }
  }

  /** Lets all senders look again. */
  final void wakeAll() {
    room.ringAll();
  }
}
