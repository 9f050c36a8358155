package io.lappet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Body;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Plain threads on a scheduler, as the runtime would make them, and one internal lock for all they
 * share. The thread that makes it is the driver.
 */
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  final Baton baton;
  final Seam seam;
  final List<Thread> threads = new ArrayList<>();
  final List<String> log = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  World() {
    this(Order.fixed(), Duration.ofSeconds(20));
  }

  World(long seed) {
    this(Order.of(seed), Duration.ofSeconds(20));
  }

  private World(Order order, Duration limit) {
    baton = new Baton(order, limit, 10_000);
    seam = new Scheduler(baton, START, ZoneOffset.UTC, permits -> false);
  }

  /** One that soon says that a thread is stuck, for tests in which one is. */
  static World impatient() {
    return new World(Order.fixed(), Duration.ofMillis(1500));
  }

  /** Spawns a thread; what it throws goes to {@link #failures}. */
  Thread go(String name, Body body) {
    Thread thread = new Thread(() -> {
      seam.begin();
      try {
        body.run();
      } catch (Throwable e) {
        failures.add(e);
      } finally {
        seam.end();
      }
    });
    thread.setName(name);
    threads.add(thread);
    seam.spawn(thread);
    return thread;
  }

  /** Changes what threads await. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean await(BooleanSupplier ready, long deadline) throws InterruptedException {
    lock.lock();
    try {
      return seam.await(lock, changed, ready, deadline);
    } finally {
      assertEquals(1, lock.getHoldCount());
      lock.unlock();
    }
  }

  void await(BooleanSupplier ready) throws InterruptedException {
    await(ready, Seam.NEVER);
  }

  void sleep(Duration time) throws InterruptedException {
    await(() -> false, seam.nanos() + time.toNanos());
  }

  void settle() {
    baton.advance(seam.nanos());
  }

  void advance(Duration time) {
    baton.advance(seam.nanos() + time.toNanos());
  }

  Duration time() {
    return Duration.ofNanos(seam.nanos());
  }

  /** Gives up what still waits, and leaves no thread behind. */
  @Override
  public void close() {
    assertEquals(List.of(), baton.abandon());
  }
}
