package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** P10: how many threads are alive while three sleep, and when they have slept. */
abstract class CountingThreads {
  private final Duration unit;
  private final Consumer<String> out;

  CountingThreads(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void sleepFor(Duration time) throws InterruptedException {
    fabric().sleep(time);
  }

  @Async
  abstract void sleepForAsync(Duration time);

  void run() throws InterruptedException {
    count(unit, unit.dividedBy(2));
    fabric().sleep(unit);
    count(unit.dividedBy(2), unit);
  }

  private void count(Duration asleep, Duration after) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      sleepForAsync(asleep);
    }
    fabric().sleep(after);
    Set<Thread> live = new HashSet<>(List.of(Thread.currentThread()));
    live.addAll(fabric().threads());
    out.accept(live.size() + " threads");
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenCountingThreads(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
