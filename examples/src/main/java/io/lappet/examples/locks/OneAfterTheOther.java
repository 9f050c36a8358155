package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P25: ten threads start together, and go through the lock one after the other. */
// That the other one waits meanwhile is what this program shows.
@SuppressWarnings("wait-holding")
abstract class OneAfterTheOther {
  private final Duration unit;
  private final Consumer<String> out;
  private int number;

  OneAfterTheOther(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Synchronized
  void addOne() throws InterruptedException {
    number++;
    fabric().sleep(unit);
    out.accept("" + number);
  }

  @Async
  abstract Task<Void> addOneAsync();

  void run() {
    Task.all(IntStream.range(0, 10).mapToObj(i -> addOneAsync()).toList()).join();
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenOneAfterTheOther(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
