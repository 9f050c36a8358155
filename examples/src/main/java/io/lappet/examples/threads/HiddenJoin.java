package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** P12: the program ends when three tasks have, although main does not wait for them. */
abstract class HiddenJoin {
  private final Duration unit;
  private final Consumer<String> out;

  HiddenJoin(Duration unit, Consumer<String> out) {
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

  @Async
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
      new WovenHiddenJoin(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
