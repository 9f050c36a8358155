package io.lappet.gen;

import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait until they may enter a monitor. Nobody ever signals: whoever is about to give the
 * monitor up looks at the guards, in order of arrival, and admits one whose guard is true.
 */
final class GuardQueue {
  /*
   * A waiter stands in the line of its guard, and gives the monitor up while it waits, so that it
   * can go away in time even if somebody stays inside. Therefore the lines have an internal lock,
   * the order; guards are looked at with the monitor held and the order free.
   *
   * At most one is admitted at a time. It has left its line and always comes for the monitor. When
   * it leaves, or finds that somebody was faster and goes back to its place, it looks after the
   * others. So as long as somebody is admitted nobody else need be, and whenever the monitor is
   * free and nobody is admitted, no guard of a waiter is true.
   */
  private final Seam seam;
  private final Monitor monitor;
  private final NamedLock order;

  // Guarded by the monitor.
  private @Nullable Waiter admitted;
  private long looks;

  // Guarded by the order. The lines that are not empty, by the arrival of their first waiter.
  private volatile @Nullable Guard firstLine;
  private @Nullable Guard lastLine;
  private long arrivals;
  private int changes; // in the order of the lines
  private int changesSeen;
  private volatile int waiting; // grows only with the monitor held

  GuardQueue(Seam seam, Monitor monitor) {
    this.seam = seam;
    this.monitor = monitor;
    this.order = new NamedLock("the guards of lock", monitor.name());
  }

  /** Whether somebody whose guard was true is on its way in. Call it with the monitor held. */
  boolean isAwaitingOne() {
    return admitted != null;
  }

  /**
   * Whether it is worth while to look at the guards. Who does not hold the monitor may be told
   * anything.
   */
  boolean mayAdmit() {
    return waiting != 0 && admitted == null;
  }

  /**
   * Waits until {@code guard} is true. Call it with the monitor held once.
   *
   * @return whether it was true, and the monitor is held; if not, the deadline has passed, and the
   *     monitor is not held
   * @throws InterruptedException if the thread was interrupted; the monitor is not held
   */
  boolean await(Guard guard, long deadline) throws InterruptedException {
    Waiter self = new Waiter(guard, order.newCondition());
    while (true) {
      if (!standInLine(self, admitNext(), deadline)) {
        return false;
      }
      monitor.take(); // whatever happens meanwhile: only inside it can be passed on
      admitted = null;
      if (monitor.isTrue(guard)) {
        return true;
      }
      self.admitted = false; // somebody was faster
    }
  }

  /** Gives the monitor up and waits to be admitted; wakes {@code other}, who has been. */
  private boolean standInLine(Waiter self, @Nullable Waiter other, long deadline)
      throws InterruptedException {
    order.lock();
    try {
      add(self);
      monitor.giveBack();
      if (other != null) {
        other.changed.signal();
      }
      return seam.await(order, self.changed, self, deadline);
    } finally {
      if (!self.admitted) {
        remove(self);
      }
      order.unlock();
    }
  }

  /**
   * Admits the first whose guard is true. Call it with the monitor held, before giving it up; wake
   * the one that is returned afterwards.
   */
  @Nullable
  Waiter admitNext() {
    if (!mayAdmit()) {
      return null;
    }
    long look = ++looks;
    for (Guard line = firstLine(look); line != null; line = nextLine(line, look)) {
      if (isTrueOrFails(line.condition)) {
        admitted = admitFirst(line);
        if (admitted != null) {
          return admitted;
        }
      }
    }
    return null;
  }

  /** A guard that throws must throw in the one who waits for it, not in the one who leaves. */
  private static boolean isTrueOrFails(BooleanSupplier guard) {
    try {
      return guard.getAsBoolean();
    } catch (Throwable e) {
      return true; // it will throw again where it belongs
    }
  }

  /** The first line, or one near it. Most often it is the only one, so this takes no lock. */
  private @Nullable Guard firstLine(long look) {
    Guard line = firstLine;
    if (line == null) {
      return nextLine(null, look); // it was being moved
    }
    line.lookedAt = look;
    return line;
  }

  /** The first line behind {@code line} that has not been looked at in this look. */
  private @Nullable Guard nextLine(@Nullable Guard line, long look) {
    order.lock();
    try {
      // Somebody may have gone away meanwhile, so that the place of the line is another one.
      Guard next = line == null || changes != changesSeen ? firstLine : line.next;
      changesSeen = changes;
      while (next != null && next.lookedAt == look) {
        next = next.next;
      }
      if (next != null) {
        next.lookedAt = look;
      }
      return next;
    } finally {
      order.unlock();
    }
  }

  /** Lets the first leave the line; null if all have gone away meanwhile. */
  private @Nullable Waiter admitFirst(Guard line) {
    order.lock();
    try {
      Waiter first = line.first;
      if (first != null) {
        first.admitted = true;
        remove(first);
      }
      return first;
    } finally {
      order.unlock();
    }
  }

  /** Wakes one that has been admitted. */
  void wake(Waiter waiter) {
    order.lock();
    try {
      waiter.changed.signal();
    } finally {
      order.unlock();
    }
  }

  // ---- the lines

  /** Takes its place: the last in its line, or, if it had been admitted, the first again. */
  private void add(Waiter waiter) {
    assert order.isHeldByCurrentThread();
    if (waiter.arrival == Waiter.NOT_YET) {
      waiter.arrival = ++arrivals;
    }
    Guard line = waiter.guard;
    Waiter first = line.first;
    Waiter last = line.last;
    if (first == null || last == null) {
      line.first = waiter;
      line.last = waiter;
      addLine(line, waiter.arrival);
    } else if (waiter.arrival < first.arrival) {
      waiter.next = first;
      first.previous = waiter;
      line.first = waiter;
      removeLine(line);
      addLine(line, waiter.arrival);
    } else {
      waiter.previous = last;
      last.next = waiter;
      line.last = waiter;
    }
    waiting++;
  }

  private void remove(Waiter waiter) {
    assert order.isHeldByCurrentThread();
    Guard line = waiter.guard;
    Waiter previous = waiter.previous;
    Waiter next = waiter.next;
    if (previous != null) {
      previous.next = next;
    } else {
      line.first = next;
      removeLine(line);
      if (next != null) {
        addLine(line, next.arrival);
      }
    }
    if (next != null) {
      next.previous = previous;
    } else {
      line.last = previous;
    }
    waiter.previous = null;
    waiter.next = null;
    waiting--;
  }

  private void addLine(Guard line, long arrival) {
    Guard previous = lastLine; // most often the new one is the last to arrive
    while (previous != null && arrivalOf(previous) > arrival) {
      previous = previous.previous;
    }
    Guard next = previous == null ? firstLine : previous.next;
    link(previous, line);
    link(line, next);
    changes++;
  }

  private void removeLine(Guard line) {
    link(line.previous, line.next);
    line.previous = null;
    line.next = null;
    changes++;
  }

  private void link(@Nullable Guard previous, @Nullable Guard next) {
    if (previous == null) {
      firstLine = next;
    } else {
      previous.next = next;
    }
    if (next == null) {
      lastLine = previous;
    } else {
      next.previous = previous;
    }
  }

  private static long arrivalOf(Guard line) {
    return Objects.requireNonNull(line.first, "a line is not empty").arrival;
  }
}
