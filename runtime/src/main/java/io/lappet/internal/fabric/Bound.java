package io.lappet.internal.fabric;

import io.lappet.ChannelFullException;
import io.lappet.WaitInterruptedException;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bound on the tasks of a lane that wait for a thread. */
final class Bound {
  private final LaneCore lane;
  private final int capacity;
  private final Overflow overflow;
  private final ReentrantLock lock;
  private final Condition roomier;
  private final Set<TaskCore<?>> waiting = new LinkedHashSet<>(); // guarded by lock; oldest first
  private long dropped; // guarded by lock

  Bound(LaneCore lane, LaneQueue queue) {
    this.lane = lane;
    this.capacity = queue.capacity();
    this.overflow = queue.overflow();
    this.lock = new NamedLock("queue of lane", lane.name());
    this.roomier = lock.newCondition();
  }

  /**
   * Takes {@code task} in, or does what is to be done if there is no room.
   *
   * @param patient whether the calling thread may wait and run code of users
   * @return whether the task is in; if not, it has ended, or the calling thread, which is one of the
   *     lane and must not wait for room that only it may make, is to run it
   * @throws ChannelFullException if there is no room and that is how it overflows
   */
  boolean admit(TaskCore<?> task, boolean patient) {
    TaskCore<?> superfluous = null;
    boolean enters = true;
    lock.lock();
    try {
      if (waiting.size() >= capacity) {
        switch (overflow) {
          case BLOCK -> enters = !patient || awaitRoom(task);
          case FAIL -> throw full();
          case DROP_NEW -> {
            superfluous = task;
            enters = false;
          }
          case DROP_OLD -> superfluous = removeOldest();
        }
      }
      if (enters) {
        waiting.add(task);
      }
    } finally {
      lock.unlock();
    }
    if (superfluous != null && superfluous.takeBack(!patient)) { // or a thread has just begun it
      countDropped();
    }
    return enters;
  }

  private boolean awaitRoom(TaskCore<?> task) {
    if (lane.isServedByCaller()) {
      return false;
    }
    try {
      lane.seam()
          .await(
              lock,
              roomier,
              () -> waiting.size() < capacity || lane.isClosed() || !task.isPending(),
              Seam.NEVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("The wait for room in " + lane + " was interrupted", e);
    }
    lane.requireOpen(task);
    return task.isPending();
  }

  private ChannelFullException full() {
    return new ChannelFullException(
        "Lane \"" + lane.name() + "\" is full: " + waiting.size() + " tasks wait");
  }

  private @Nullable TaskCore<?> removeOldest() {
    Iterator<TaskCore<?>> oldest = waiting.iterator();
    TaskCore<?> task = oldest.next();
    oldest.remove();
    return task;
  }

  /** Somebody has begun {@code task}, or it has ended before. */
  void leave(TaskCore<?> task) {
    lock.lock();
    try {
      if (waiting.remove(task)) {
        roomier.signal();
      } else {
        roomier.signalAll(); // it may be the one that waits for room
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets those look again who wait for room. */
  void wakeAll() {
    lock.lock();
    try {
      roomier.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void countDropped() {
    lock.lock();
    try {
      dropped++;
    } finally {
      lock.unlock();
    }
  }

  /** How many tasks were dropped because there was no room. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
