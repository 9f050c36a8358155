package io.lappet.internal.channel;

import io.lappet.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A channel of which every consumer method gets every message.
 *
 * @param <T> the type of the messages
 */
final class TopicChannel<T> extends GuardedChannel<T> {
  /*
   * Each consumer method has a line. All lines are behind the one lock, so a message enters all of
   * them or none. It waits, and takes up room, until the last line has given it out; it is done when
   * all are done with it. For the fabric, which compares what was sent to what is done, each line's
   * share of a message counts as one.
   *
   * A line whose consumer is gone for good is dropped, unless it is the last: what waits in that is
   * what nobody has got.
   */
  private final List<TopicLine> lines = new ArrayList<>(); // guarded by lock
  private int waiting; // guarded by lock; messages that a line has still to give out
  private long sharesSent; // guarded by lock
  private long sharesDone; // guarded by lock

  TopicChannel(ChannelOptions<T> options, ChannelHost host) {
    super(options, host);
  }

  /** The line of one consumer method, as that sees it. */
  private final class TopicLine implements Tap<T> {
    final Line<T> line = new Line<>(TopicChannel.this, Store.of(options(), seam));
    boolean givenUp;

    @Override
    public Intake<T> intake(BooleanSupplier givesUp) {
      return new LineIntake<>(TopicChannel.this, line, givesUp);
    }

    @Override
    public void wake() {
      lock.lock();
      try {
        line.wake();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean isEmpty() {
      return locked(() -> line.store.size() == 0);
    }

    @Override
    public boolean isEnded() {
      return locked(line::isEnded);
    }

    @Override
    public void giveUp() {
      if (locked(() -> givenUp)) {
        return; // it may be said again by those who are told below
      }
      lock.lock();
      try {
        givenUp = true;
        forgetGivenUpLines();
      } finally {
        unlockAndTell();
      }
    }
  }

  @Override
  public Tap<T> forConsumer() {
    TopicLine added = new TopicLine();
    lock.lock();
    try {
      lines.add(added);
      forgetGivenUpLines();
    } finally {
      unlockAndTell();
    }
    return added;
  }

  private void forgetGivenUpLines() {
    for (TopicLine line : List.copyOf(lines)) {
      if (line.givenUp && lines.size() > 1) {
        lines.remove(line);
        for (Entry<T> entry : line.line.store.clear()) {
          if (skip(entry)) {
            noteReceived(entry); // by all who are left
          }
        }
      }
    }
    room.signalAll();
  }

  // ---- The way in

  @Override
  boolean hasRoom() {
    return capacity() == 0
        ? lines.stream().allMatch(each -> each.line.hasFreeReceiver())
        : waiting < capacity();
  }

  @Override
  void add(Entry<T> entry) {
    int added = 0;
    try {
      for (TopicLine each : lines) {
        each.line.add(entry);
        added++;
      }
    } catch (Throwable e) {
      lines.subList(0, added).forEach(each -> each.line.store.remove(entry));
      throw e;
    }
    entry.untaken = added;
    entry.open = added;
    sharesSent += added;
    if (added > 0) {
      waiting++;
    }
  }

  @Override
  void noteEntered(Entry<T> entry) {
    if (entry.open == 0) {
      noteDone(); // there was nobody to get it
    }
  }

  @Override
  void dropOldest() {
    Entry<T> oldest = lines.stream()
        .filter(each -> each.line.store.size() > 0)
        .map(each -> each.line.store.oldest())
        .min(Store.BY_NUMBER)
        .orElseThrow();
    for (TopicLine each : lines) {
      Store<T> store = each.line.store;
      if (store.size() > 0 && store.oldest() == oldest) {
        store.remove(oldest);
        skip(oldest);
      }
    }
  }

  /**
   * Takes back the share of a message that one line had still to give out; says whether that was the
   * last one.
   */
  private boolean skip(Entry<T> entry) {
    boolean last = takenByOne(entry);
    shareDone(entry);
    return last;
  }

  private boolean takenByOne(Entry<T> entry) {
    boolean last = --entry.untaken == 0;
    if (last) {
      waiting--;
    }
    return last;
  }

  private void shareDone(Entry<T> entry) {
    sharesDone++;
    if (--entry.open == 0) {
      noteDone();
    }
  }

  // ---- The way out

  @Override
  boolean hasMessage(Line<T> line) {
    return line.store.hasNext();
  }

  @Override
  Entry<T> leave(Line<T> line) {
    Entry<T> entry = line.store.next();
    if (takenByOne(entry)) {
      noteReceived(entry);
    }
    if (line.isEnded()) {
      line.wake();
    }
    return entry;
  }

  @Override
  void finish(Line<T> line, Entry<T> entry) {
    line.done(entry);
    shareDone(entry);
  }

  @Override
  void wakeReceivers() {
    lines.forEach(each -> each.line.wake());
  }

  @Override
  List<Entry<T>> dropAll() {
    Set<Entry<T>> rest = new LinkedHashSet<>();
    List<TopicLine> slowestFirst = new ArrayList<>(lines);
    slowestFirst.sort(Comparator.comparing(each -> -each.line.store.size()));
    for (TopicLine each : slowestFirst) {
      List<Entry<T>> own = each.line.store.clear();
      own.forEach(this::skip);
      rest.addAll(own);
    }
    return List.copyOf(rest);
  }

  @Override
  int waiting() {
    return waiting;
  }

  @Override
  public long sent() {
    return locked(() -> sharesSent);
  }

  @Override
  public long done() {
    return locked(() -> sharesDone);
  }

  // ---- Nobody receives by hand: it would have to be said whose line that is

  @Override
  public T receive() {
    throw receivedByConsumersOnly();
  }

  @Override
  public Optional<T> tryReceive() {
    throw receivedByConsumersOnly();
  }

  @Override
  public Optional<T> tryReceive(Duration limit) {
    throw receivedByConsumersOnly();
  }

  @Override
  public Delivery<T> take() {
    throw receivedByConsumersOnly();
  }

  @Override
  public Intake<T> intake(BooleanSupplier givesUp) {
    throw receivedByConsumersOnly();
  }

  private IllegalStateException receivedByConsumersOnly() {
    return new IllegalStateException("Channel \"" + name()
        + "\" is a topic: its messages can only be received by its consumer methods");
  }
}
