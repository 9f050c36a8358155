package io.lappet.internal.channel;

import io.lappet.Delivery;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * A channel whose messages are kept behind a lock: right for every order and every number of ends.
 *
 * @param <T> the type of the messages
 */
final class LockedChannel<T> extends GuardedChannel<T> {
  /*
   * With capacity 0 a message may enter only if a receiver waits for whom there is none yet. A
   * receiver that leaves its wait takes a message if there is one, whatever ended the wait, so that
   * a message which entered has its receiver. A sender that finds no receiver makes an offer and
   * waits; the receiver that takes it lets the message enter.
   */
  private final Line<T> line;
  private final Deque<Offer<T>> offers = new ArrayDeque<>(); // guarded by lock; with capacity 0
  private final BooleanSupplier filledOrEnded;
  private final boolean keyed;

  /** Makes an empty channel. */
  LockedChannel(ChannelOptions<T> options, ChannelHost host) {
    super(options, host);
    this.line = new Line<>(this, Store.of(options, seam));
    this.filledOrEnded = () -> hasMessage() || line.isEnded();
    this.keyed = options.key() != null;
  }

  /** A message of a sender that waits for a receiver. */
  private static final class Offer<T> {
    final Entry<T> entry;
    final Condition settled;
    boolean taken;

    Offer(Entry<T> entry, Condition settled) {
      this.entry = entry;
      this.settled = settled;
    }
  }

  // ---- The way in

  @Override
  boolean hasRoom() {
    return capacity() == 0 ? line.hasFreeReceiver() : line.store.size() < capacity();
  }

  @Override
  void add(Entry<T> entry) {
    line.add(entry);
  }

  @Override
  boolean enterInTime(Entry<T> entry, boolean inside, long deadline) throws InterruptedException {
    if (capacity() > 0 || hasRoom()) {
      return super.enterInTime(entry, inside, deadline);
    }
    Offer<T> offer = new Offer<>(entry, lock.newCondition());
    offers.addLast(offer);
    try {
      BooleanSupplier settled = () -> offer.taken || isShut() || (isSealed() && !inside);
      seam.await(lock, offer.settled, settled, deadline);
    } finally {
      if (!offer.taken) {
        offers.remove(offer);
      }
    }
    if (!offer.taken) {
      refuseIfClosed(inside);
    }
    return offer.taken;
  }

  @Override
  void wakeSenders() {
    super.wakeSenders();
    offers.forEach(offer -> offer.settled.signal());
  }

  @Override
  void dropOldest() {
    line.store.remove(line.store.oldest());
    noteDone();
  }

  // ---- The way out

  @Override
  boolean hasMessage(Line<T> from) {
    return hasMessage();
  }

  private boolean hasMessage() {
    return line.store.hasNext() || (!offers.isEmpty() && !isShut());
  }

  /** Takes out the next message. */
  @Override
  Entry<T> leave(Line<T> from) {
    if (!line.store.hasNext() && hasMessage()) {
      Offer<T> offer = offers.removeFirst();
      offer.taken = true;
      offer.settled.signal();
      enter(offer.entry);
    }
    Entry<T> entry = line.store.next();
    noteReceived(entry);
    if (line.isEnded()) {
      line.wake(); // those who waited for a message that was not to be given out yet
    }
    return entry;
  }

  @Override
  void finish(Line<T> from, Entry<T> entry) {
    line.done(entry);
    noteDone();
  }

  private T receiveNext() {
    if (!hasMessage()) {
      throw closedAndEmpty();
    }
    Entry<T> entry = leave(line);
    finish(line, entry);
    return entry.message;
  }

  private void requireReceivableByHand() {
    if (keyed) {
      throw new IllegalStateException("Channel \"" + name()
          + "\" has a key: its messages can only be received by its consumer method");
    }
  }

  @Override
  public T receive() throws InterruptedException {
    requireReceivableByHand();
    throwIfInterrupted();
    lock.lock();
    try {
      line.await(filledOrEnded, Seam.NEVER);
      return receiveNext();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Optional<T> tryReceive() {
    requireReceivableByHand();
    seam.giveWay();
    lock.lock();
    try {
      return filledOrEnded.getAsBoolean() ? Optional.of(receiveNext()) : Optional.empty();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Optional<T> tryReceive(Duration limit) throws InterruptedException {
    requireReceivableByHand();
    throwIfInterrupted();
    long deadline = Deadlines.after(seam, limit);
    lock.lock();
    try {
      return line.await(filledOrEnded, deadline) ? Optional.of(receiveNext()) : Optional.empty();
    } finally {
      unlockAndTell();
    }
  }

  @Override
  public Delivery<T> take() throws InterruptedException {
    requireReceivableByHand();
    throwIfInterrupted();
    lock.lock();
    try {
      line.await(filledOrEnded, Seam.NEVER);
      if (!hasMessage()) {
        throw closedAndEmpty();
      }
      return new Parcel<>(this, leave(line).message);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Intake<T> intake(BooleanSupplier givesUp) {
    return new LineIntake<>(this, line, givesUp);
  }

  @Override
  void wakeReceivers() {
    line.wake();
  }

  @Override
  public boolean isHeldBack() {
    return keyed && locked(() -> line.store.size() > 0 && !line.store.hasNext());
  }

  // ---- The rest

  @Override
  List<Entry<T>> dropAll() {
    List<Entry<T>> rest = line.store.clear();
    rest.forEach(entry -> noteDone());
    return rest;
  }

  @Override
  int waiting() {
    return line.store.size();
  }
}
