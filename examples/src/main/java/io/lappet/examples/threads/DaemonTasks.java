package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** P11: the program ends although three daemon tasks have not. */
abstract class DaemonTasks {
  private final Duration unit;
  private final Consumer<String> out;

  DaemonTasks(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void task() throws InterruptedException {
    out.accept("task");
    for (int left = 3; left > 0; left--) {
      fabric().sleep(unit);
      out.accept(String.valueOf(left));
    }
  }

  @Async(daemon = true)
  abstract void taskAsync();

  void run() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      taskAsync();
    }
    fabric().sleep(unit.dividedBy(2));
    Set<Thread> live = new HashSet<>(List.of(Thread.currentThread()));
    live.addAll(fabric().threads());
    out.accept(live.size() + " threads");
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenDaemonTasks(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
