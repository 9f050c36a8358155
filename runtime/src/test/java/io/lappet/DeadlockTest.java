package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.Monitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that wait in a circle are named, with the locks and the stacks, by the last of them. */
class DeadlockTest {
  private final List<Hazard> hazards = new CopyOnWriteArrayList<>();
  private final Fabric fabric = fabric(true);

  private Fabric fabric(boolean find) {
    return Fabric.builder()
        .findDeadlocks(find)
        .listener(new FabricListener() {
          @Override
          public void onHazard(Hazard hazard) {
            hazards.add(hazard);
          }
        })
        .build();
  }

  @AfterEach
  void close() {
    fabric.close();
  }

  private static void inside(Monitor outer, CountDownLatch both, Monitor inner)
      throws InterruptedException {
    outer.lockInterruptibly();
    try {
      both.countDown();
      Eventually.passes(both);
      inner.lockInterruptibly();
      inner.unlock();
    } finally {
      outer.unlock();
    }
  }

  private void circleOf(Monitor... locks) {
    CountDownLatch all = new CountDownLatch(locks.length);
    List<Side<Void>> sides = new CopyOnWriteArrayList<>();
    for (int i = 0; i < locks.length; i++) {
      Monitor outer = locks[i];
      Monitor inner = locks[(i + 1) % locks.length];
      sides.add(Side.run(() -> inside(outer, all, inner)));
    }
    Eventually.until(() -> !hazards.isEmpty());
    sides.forEach(Side::parked);
    assertThat(hazards).hasSize(1);
    sides.get(0).interrupt().failure();
    sides.subList(1, sides.size()).forEach(Side::result);
  }

  @Test
  void twoAreToldOnceWithLocksThreadsAndStacks() {
    circleOf(Monitor.of(fabric, "Books.ledger"), Monitor.of(fabric, "Books.orders"));
    assertThat(hazards.get(0).kind()).isEqualTo(Hazard.Kind.DEADLOCK);
    assertThat(hazards.get(0).text())
        .startsWith("[deadlock] Deadlock: these threads wait for each other's locks.\nThread-")
        .contains(" waits for lock \"Books.ledger\", held by Thread-")
        .contains(" waits for lock \"Books.orders\", held by Thread-")
        .containsPattern("at io.lappet.DeadlockTest.inside\\(DeadlockTest.java:\\d+\\)")
        .endsWith("(LAP305)");
  }

  @Test
  void sixAre() {
    circleOf(
        Monitor.of(fabric, "X.a"),
        Monitor.fair(fabric, "X.b"),
        Monitor.of(fabric, "X.c"),
        Monitor.fair(fabric, "X.d"),
        Monitor.of(fabric, "X.e"),
        Monitor.of(fabric, "X.f"));
  }

  @Test
  void anotherCircleIsToldAgain() {
    circleOf(Monitor.of(fabric, "X.a"), Monitor.of(fabric, "X.b"));
    hazards.clear();
    circleOf(Monitor.of(fabric, "X.a"), Monitor.of(fabric, "X.b"));
  }

  @Test
  void locksOfKeysTakePart() {
    KeyedMonitor seats = KeyedMonitor.of(fabric, "Hall.seats");
    Monitor plan = Monitor.of(fabric, "Hall.plan");
    CountDownLatch both = new CountDownLatch(2);
    Side<Void> one = Side.run(() -> {
      seats.enter("1A");
      both.countDown();
      Eventually.passes(both);
      try {
        plan.lockInterruptibly();
      } finally {
        seats.exit("1A");
      }
    });
    Side<Void> other = Side.run(() -> {
      plan.lock();
      both.countDown();
      Eventually.passes(both);
      seats.enter("1A");
      seats.exit("1A");
      plan.unlock();
    });
    Eventually.until(() -> !hazards.isEmpty());
    assertThat(hazards.get(0).text())
        .contains(" waits for lock \"Hall.seats\" of 1A, held by ")
        .contains(" waits for lock \"Hall.plan\", held by ");
    one.interrupt().failure();
    other.result();
  }

  @Test
  void tasksOnVirtualThreadsAreToo() throws InterruptedException {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    CountDownLatch both = new CountDownLatch(2);
    Task<Void> one = fabric.submit("one", () -> insideTask(a, both, b));
    Task<Void> other = fabric.submit("other", () -> insideTask(b, both, a));
    Eventually.until(() -> !hazards.isEmpty());
    assertThat(hazards.get(0).text())
        .contains("one")
        .contains("other")
        .contains("DeadlockTest.insideTask");
    one.cancel();
    other.join();
  }

  private static Void insideTask(Monitor outer, CountDownLatch both, Monitor inner)
      throws InterruptedException {
    inside(outer, both, inner);
    return null;
  }

  @Test
  void whoOnlyWaitsLongIsNotAccused() {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    a.lock();
    Side<Void> first = Side.run(() -> {
      b.lock();
      a.lock();
      a.unlock();
      b.unlock();
    });
    first.parked();
    Side<Void> second = Side.run(() -> {
      b.lock();
      b.unlock();
    });
    second.parked();
    a.unlock();
    first.result();
    second.result();
    assertThat(hazards).isEmpty();
  }

  @Test
  void itCanBeTurnedOff() {
    try (Fabric quiet = fabric(false)) {
      Monitor a = Monitor.of(quiet, "X.a");
      Monitor b = Monitor.of(quiet, "X.b");
      CountDownLatch both = new CountDownLatch(2);
      Side<Void> one = Side.run(() -> inside(a, both, b));
      Side<Void> other = Side.run(() -> inside(b, both, a));
      one.parked();
      other.parked();
      assertThat(hazards).isEmpty();
      one.interrupt().failure();
      other.result();
    }
  }
}
