package io.lappet.internal.fabric;

import io.lappet.ChannelFullException;
import io.lappet.WaitInterruptedException;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A loop whose mailbox has a bound, for the calls of twins. Calls of activations are few, one for
 * each of their threads, and take up no room.
 */
final class BoundedLoop extends LoopCore {
  private final int capacity;
  private final Overflow overflow;
  private final ReentrantLock lock;
  private final Condition roomier;
  private final Deque<Letter> letters = new ArrayDeque<>(2); // guarded by lock
  private int taken; // guarded by lock; how many of them take up room
  private boolean running; // guarded by lock; or somebody is about to start it
  private long dropped; // guarded by lock

  BoundedLoop(Component component, int capacity, Overflow overflow) {
    super(component);
    this.capacity = capacity;
    this.overflow = overflow;
    this.lock = new NamedLock("mailbox", name());
    this.roomier = lock.newCondition();
  }

  @Override
  boolean put(Letter letter, boolean patient) {
    TaskCore<?> superfluous = null;
    boolean wasIdle = false;
    lock.lock();
    try {
      if (!(letter instanceof TaskCore<?>) || taken < capacity) {
        wasIdle = add(letter);
      } else {
        switch (overflow) {
          case BLOCK -> {
            if (patient) {
              awaitRoom(letter);
            }
            wasIdle = !isSettled(letter) && add(letter);
          }
          case FAIL -> throw full("");
          case DROP_NEW -> superfluous = (TaskCore<?>) letter;
          case DROP_OLD -> {
            superfluous = removeOldest();
            wasIdle = add(letter);
          }
        }
      }
      if (superfluous != null) {
        dropped++;
      }
    } finally {
      lock.unlock();
    }
    if (superfluous != null) {
      superfluous.end(null, false, !patient);
    }
    return wasIdle;
  }

  private static boolean isSettled(Letter letter) {
    return letter instanceof TaskCore<?> task && !task.isPending();
  }

  private boolean add(Letter letter) {
    letters.addLast(letter);
    if (letter instanceof TaskCore<?>) {
      taken++;
    }
    boolean wasIdle = !running;
    running = true;
    return wasIdle;
  }

  private void awaitRoom(Letter letter) {
    if (isRunByCaller()) {
      throw full(", and the loop cannot wait for itself to make room");
    }
    try {
      seam().await(lock, roomier, () -> taken < capacity || isSettled(letter), Seam.NEVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(
          "The wait for room in the mailbox of " + name() + " was interrupted", e);
    }
  }

  private ChannelFullException full(String why) {
    return new ChannelFullException(
        "The mailbox of " + name() + " is full: " + taken + " calls wait" + why);
  }

  /** Takes out the one that has waited longest of those that take up room. */
  private @Nullable TaskCore<?> removeOldest() {
    for (Iterator<Letter> i = letters.iterator(); i.hasNext(); ) {
      Letter letter = i.next();
      if (letter instanceof TaskCore<?> task) {
        i.remove();
        taken--;
        return task;
      }
    }
    return null;
  }

  @Override
  void forget(TaskCore<?> task) {
    lock.lock();
    try {
      if (letters.remove(task)) {
        taken--;
      }
      roomier.signalAll(); // also the one that waits to put this task in
    } finally {
      lock.unlock();
    }
  }

  @Override
  @Nullable
  Letter take() {
    lock.lock();
    try {
      Letter letter = letters.pollFirst();
      if (letter != null && letter instanceof TaskCore<?>) {
        taken--;
        roomier.signal();
      }
      return letter;
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean isEmpty() {
    lock.lock();
    try {
      return letters.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean rest() {
    lock.lock();
    try {
      running = !letters.isEmpty();
      return !running;
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean rests() {
    lock.lock();
    try {
      return !running;
    } finally {
      lock.unlock();
    }
  }

  @Override
  void forEach(Consumer<Letter> action) {
    List<Letter> present;
    lock.lock();
    try {
      present = List.copyOf(letters);
    } finally {
      lock.unlock();
    }
    present.forEach(action);
  }

  /** How many calls have been dropped. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return name() + " (" + dropped() + " calls dropped)";
  }
}
