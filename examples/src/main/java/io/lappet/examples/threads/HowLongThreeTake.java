package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** P9: three threads of three units each take three units together. */
abstract class HowLongThreeTake {
  private final Duration unit;
  private final Consumer<String> out;

  HowLongThreeTake(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void work() throws InterruptedException {
    fabric().sleep(unit.multipliedBy(3));
  }

  @Async
  abstract Task<Void> workAsync();

  void run() throws InterruptedException {
    long begin = fabric().time().nanos();
    List<Task<Void>> three = Stream.generate(this::workAsync).limit(3).toList();
    Task.joinAll(three);
    long units = (fabric().time().nanos() - begin) / unit.toNanos();
    out.accept(Thread.currentThread().getName() + ": " + units + " units");
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenHowLongThreeTake(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
