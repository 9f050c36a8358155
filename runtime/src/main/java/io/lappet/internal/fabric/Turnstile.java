package io.lappet.internal.fabric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets runs of a method in, so many at a time, in the order in which they come. Timers of the same
 * method share one. It only counts: who is let in has to be told so by who learns it here.
 */
final class Turnstile {
  private final int places;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entrant> inside = new ArrayList<>(); // guarded by lock
  private final Deque<Entrant> waiting = new ArrayDeque<>(); // guarded by lock

  Turnstile(int places) {
    this.places = places;
  }

  /** Who wants to go in. */
  interface Entrant {
    /** It is inside, and begins. Called by the timer queue, with no lock held. */
    void launch();

    /** Another one wants its place, which it leaves as soon as it can. Called with no lock held. */
    void cut();
  }

  /** Goes in if there is a place, or waits for one; says whether it is inside. */
  boolean enter(Entrant entrant) {
    lock.lock();
    try {
      if (inside.size() < places) {
        inside.add(entrant);
        return true;
      }
      waiting.add(entrant);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits no more; no effect on one that is inside. */
  void withdraw(Entrant entrant) {
    lock.lock();
    try {
      waiting.remove(entrant);
    } finally {
      lock.unlock();
    }
  }

  /** Leaves; returns who is inside instead, if somebody has waited. */
  @Nullable
  Entrant leave(Entrant entrant) {
    lock.lock();
    try {
      inside.remove(entrant);
      Entrant next = waiting.poll();
      if (next != null) {
        inside.add(next);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Those who are inside, in the order in which they came. */
  List<Entrant> inside() {
    lock.lock();
    try {
      return List.copyOf(inside);
    } finally {
      lock.unlock();
    }
  }
}
