package io.lappet.benchmarks.channels;

import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;

/**
 * A queue of JCTools, which never waits, with the waiting that one adds by hand: spin for a moment,
 * then leave the thread in a seat, look again, and park. Whoever gives the other side something to do
 * looks at its seats afterwards. Producers that found the queue full are woken when half of it is
 * free, all of them; consumers one for an item.
 */
final class ParkingQueue {
  private static final int SPINS = 100;
  private static final int SEATS = 2;

  private final Queue<Integer> queue;
  private final AtomicReferenceArray<Thread> consumers = new AtomicReferenceArray<>(SEATS);
  private final AtomicReferenceArray<Thread> producers = new AtomicReferenceArray<>(SEATS);

  ParkingQueue(String shape) {
    queue = queue(shape);
  }

  /** The queue that is made for the shape. */
  static Queue<Integer> queue(String shape) {
    return switch (shape) {
      case "1+1" -> new SpscArrayQueue<>(Contenders.CAPACITY);
      case "1+2" -> new SpmcArrayQueue<>(Contenders.CAPACITY);
      case "2+1" -> new MpscArrayQueue<>(Contenders.CAPACITY);
      default -> new MpmcArrayQueue<>(Contenders.CAPACITY);
    };
  }

  void put(Integer item) throws InterruptedException {
    if (!queue.offer(item)) {
      putSlowly(item);
    }
    VarHandle.fullFence(); // the item first, then a look at the seats
    wakeOne(consumers);
  }

  private void putSlowly(Integer item) throws InterruptedException {
    for (int i = 0; i < SPINS; i++) {
      if (queue.offer(item)) {
        return;
      }
      Thread.onSpinWait();
    }
    while (true) {
      int seat = sit(producers);
      boolean isIn = queue.offer(item);
      if (!isIn) {
        LockSupport.park(this);
      }
      producers.compareAndSet(seat, Thread.currentThread(), null);
      if (isIn || queue.offer(item)) {
        return;
      }
      throwIfInterrupted();
    }
  }

  Integer take() throws InterruptedException {
    Integer item = queue.poll();
    if (item == null) {
      item = takeSlowly();
    }
    VarHandle.fullFence(); // the room first, then a look at the seats
    if (isTaken(producers) && queue.size() <= Contenders.CAPACITY / 2) {
      for (int seat = 0; seat < SEATS; seat++) {
        wake(producers, seat);
      }
    }
    return item;
  }

  private Integer takeSlowly() throws InterruptedException {
    for (int i = 0; i < SPINS; i++) {
      Integer item = queue.poll();
      if (item != null) {
        return item;
      }
      Thread.onSpinWait();
    }
    while (true) {
      int seat = sit(consumers);
      Integer item = queue.poll();
      if (item == null) {
        LockSupport.park(this);
      }
      consumers.compareAndSet(seat, Thread.currentThread(), null);
      if (item == null) {
        item = queue.poll();
      }
      if (item != null) {
        return item;
      }
      throwIfInterrupted();
    }
  }

  /** Takes a free seat; there are as many as threads. */
  private static int sit(AtomicReferenceArray<Thread> seats) {
    for (int seat = 0; ; seat = (seat + 1) % SEATS) {
      if (seats.compareAndSet(seat, null, Thread.currentThread())) {
        return seat;
      }
    }
  }

  private static boolean isTaken(AtomicReferenceArray<Thread> seats) {
    for (int seat = 0; seat < SEATS; seat++) {
      if (seats.get(seat) != null) {
        return true;
      }
    }
    return false;
  }

  private static void wakeOne(AtomicReferenceArray<Thread> seats) {
    for (int seat = 0; seat < SEATS; seat++) {
      if (wake(seats, seat)) {
        return;
      }
    }
  }

  private static boolean wake(AtomicReferenceArray<Thread> seats, int seat) {
    Thread sleeper = seats.get(seat);
    boolean isMine = sleeper != null && seats.compareAndSet(seat, sleeper, null);
    if (isMine) {
      LockSupport.unpark(sleeper);
    }
    return isMine;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
