package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P8: two objects count down at the same time; each keeps its own name. */
abstract class Countdown {
  private final String name;
  private final Duration unit;
  private final Consumer<String> out;

  Countdown(String name, Duration unit, Consumer<String> out) {
    this.name = name;
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void run() throws InterruptedException {
    out.accept("task " + name);
    for (int left = 2; left >= 0; left--) {
      fabric().sleep(unit);
      out.accept(name + " " + left + "s");
    }
    fabric().sleep(unit);
  }

  @Async("run")
  abstract void start();

  public static void main(String[] args) {
    Duration unit = Duration.ofMillis(100);
    try (Fabric fabric = Fabric.create()) {
      new WovenCountdown(fabric, "t1", unit, System.out::println).start();
      new WovenCountdown(fabric, "t2", unit, System.out::println).start();
    }
  }
}
