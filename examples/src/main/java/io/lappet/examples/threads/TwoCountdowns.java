package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P7: two threads count down at the same time; what they are called is an argument. */
abstract class TwoCountdowns {
  private final Duration unit;
  private final Consumer<String> out;

  TwoCountdowns(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void countdown(String name) throws InterruptedException {
    out.accept("task " + name);
    for (int left = 2; left >= 0; left--) {
      fabric().sleep(unit);
      out.accept(left + "s");
    }
    fabric().sleep(unit);
  }

  @Async
  abstract void countdownAsync(String name);

  void run() {
    countdownAsync("t1");
    countdownAsync("t2");
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenTwoCountdowns(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
