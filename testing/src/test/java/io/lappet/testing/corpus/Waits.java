package io.lappet.testing.corpus;

import static io.lappet.testing.corpus.Specimen.go;
import static io.lappet.testing.corpus.Specimen.in;
import static io.lappet.testing.corpus.Specimen.joinAll;
import static io.lappet.testing.corpus.Specimen.weave;
import static io.lappet.testing.corpus.Specimen.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Barrier;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.gen.Monitor;
import io.lappet.testing.TestFabric;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Faults with waiting for something to change. */
final class Waits {
  private Waits() {}

  static List<Specimen> all() {
    return List.of(
        new Specimen("lost wake-up: looked first, waited later", Waits::lostWakeUp),
        new Specimen("one is woken, and it is the wrong one", Waits::wrongOneWoken),
        new Specimen("if in place of while around a wait", Waits::ifForWhile),
        new Specimen("a gate is closed before all have passed", Waits::gateClosedTooSoon),
        new Specimen("a barrier for one more than come", Waits::barrierForOneMore));
  }

  private static void lostWakeUp(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "flag");
    Condition changed = monitor.newCondition();
    boolean[] flag = {false};
    Task<?> waiter = go(fabric, "wait", () -> {
      boolean mustWait = !with(monitor, () -> flag[0]);
      monitor.lock();
      try {
        while (right ? !flag[0] : mustWait) {
          changed.await();
          mustWait = false;
        }
      } finally {
        monitor.unlock();
      }
    });
    go(
        fabric,
        "set",
        () -> in(monitor, () -> {
          flag[0] = true;
          changed.signalAll();
        }));
    waiter.join();
  }

  /** A slot for one item; those who put and those who take wait for the same condition. */
  private static void wrongOneWoken(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "slot");
    Condition changed = monitor.newCondition();
    int[] items = {0};
    Runnable wake = right ? changed::signalAll : changed::signal;
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "take", () -> {
        monitor.lock();
        try {
          while (items[0] == 0) {
            changed.await();
          }
          items[0]--;
          wake.run();
        } finally {
          monitor.unlock();
        }
      }));
    }
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "put", () -> {
        monitor.lock();
        try {
          while (items[0] == 1) {
            changed.await();
          }
          items[0]++;
          wake.run();
        } finally {
          monitor.unlock();
        }
      }));
    }
    joinAll(tasks);
  }

  private static void ifForWhile(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "queue");
    Condition filled = monitor.newCondition();
    Deque<Integer> queue = new ArrayDeque<>();
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "take", () -> {
        monitor.lock();
        try {
          if (queue.isEmpty()) {
            filled.await();
          }
          while (right && queue.isEmpty()) {
            filled.await();
          }
          queue.removeFirst(); // throws if there is nothing
        } finally {
          monitor.unlock();
        }
      }));
    }
    for (int i = 0; i < 2; i++) {
      go(
          fabric,
          "put",
          () -> in(monitor, () -> {
            queue.add(1);
            filled.signalAll();
          }));
    }
    joinAll(tasks);
  }

  private static void gateClosedTooSoon(TestFabric fabric, boolean right) {
    Gate gate = weave(fabric, "Road").gate("green");
    Task<?> car = go(fabric, "car", gate::await);
    Task<?> light = go(fabric, "light", () -> {
      gate.open();
      if (right) {
        car.join();
      }
      gate.close();
    });
    joinAll(List.of(light, car));
  }

  private static void barrierForOneMore(TestFabric fabric, boolean right) {
    Barrier barrier = fabric.barrier(right ? 2 : 3);
    int[] met = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "meet", () -> {
        barrier.await();
        met[0]++;
      }));
    }
    joinAll(tasks);
    assertEquals(2, met[0]);
  }
}
