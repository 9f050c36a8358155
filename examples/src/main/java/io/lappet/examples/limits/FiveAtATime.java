package io.lappet.examples.limits;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P35: twenty-two threads, and never more than five of them inside. */
abstract class FiveAtATime {
  private final Duration unit;
  private final Consumer<String> out;

  FiveAtATime(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Limit(permits = 5)
  void enter(int number) throws InterruptedException {
    fabric().sleep(unit);
    out.accept("" + number);
  }

  @Async
  abstract Task<Void> enterAsync(int number);

  void run() {
    Task.all(IntStream.range(0, 22).mapToObj(this::enterAsync).toList()).join();
    out.accept("-----all threads done-----");
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenFiveAtATime(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
