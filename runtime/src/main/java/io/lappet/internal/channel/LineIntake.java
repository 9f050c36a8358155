package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a consumer that takes from a line.
 *
 * @param <T> the type of the messages
 */
final class LineIntake<T> implements Intake<T> {
  private final GuardedChannel<T> channel;
  private final Line<T> line;
  private final BooleanSupplier givesUp;
  private final BooleanSupplier turn;
  private final BooleanSupplier moreOrHurry;
  private final Queue<Entry<T>> inHand = new ArrayDeque<>(); // in the order taken

  LineIntake(GuardedChannel<T> channel, Line<T> line, BooleanSupplier givesUp) {
    this.channel = channel;
    this.line = line;
    this.givesUp = givesUp;
    this.turn = () -> givesUp.getAsBoolean() || hasMessage() || line.isEnded();
    this.moreOrHurry =
        () -> givesUp.getAsBoolean() || hasMessage() || channel.isSealed() || channel.isShut();
  }

  private boolean hasMessage() {
    return channel.hasMessage(line);
  }

  @Override
  public @Nullable T take() throws InterruptedException {
    channel.lock.lock();
    try {
      line.await(turn, Seam.NEVER);
      return mayTake() ? takeNext() : null;
    } finally {
      channel.lock.unlock();
    }
  }

  @Override
  public void fill(List<T> batch, int size, long deadline) throws InterruptedException {
    channel.lock.lock();
    try {
      while (batch.size() < size && line.await(moreOrHurry, deadline) && mayTake()) {
        batch.add(takeNext());
      }
    } finally {
      channel.lock.unlock();
    }
  }

  private boolean mayTake() {
    boolean wanted = !givesUp.getAsBoolean() || line.isOwed();
    return wanted && hasMessage();
  }

  private T takeNext() {
    Entry<T> entry = channel.leave(line);
    inHand.add(entry);
    return entry.message;
  }

  @Override
  public void done(T message) {
    channel.lock.lock();
    try {
      finishNext();
    } finally {
      channel.unlockAndTell();
    }
  }

  @Override
  public void done(List<T> messages) {
    channel.lock.lock();
    try {
      messages.forEach(message -> finishNext());
    } finally {
      channel.unlockAndTell();
    }
  }

  private void finishNext() {
    channel.finish(line, inHand.remove());
  }

  @Override
  public void retire() {}
}
