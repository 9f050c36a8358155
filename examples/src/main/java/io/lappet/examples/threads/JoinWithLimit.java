package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P14: a join with a limit ends the wait, and not the thread. */
abstract class JoinWithLimit {
  private final Duration unit;
  private final Consumer<String> out;

  JoinWithLimit(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void work() throws InterruptedException {
    fabric().sleep(unit.multipliedBy(3));
    out.accept("worked");
  }

  @Async
  abstract Task<Void> workAsync();

  void run() throws InterruptedException {
    Task<Void> work = workAsync();
    out.accept("ended: " + work.join(unit));
    work.join();
    out.accept("ended: " + work.isDone());
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenJoinWithLimit(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
