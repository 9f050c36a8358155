package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P13: a task works step by step until it is told to stop or the fabric closes; then it cleans up. */
abstract class StoppingGracefully {
  private final Duration unit;
  private final Consumer<String> out;

  StoppingGracefully(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Gate stop();

  void work() throws InterruptedException {
    boolean stopped = false;
    while (!stopped && fabric().state() != Fabric.State.DRAINING) {
      stopped = stop().await(unit.dividedBy(10));
    }
    out.accept("cleaned up");
  }

  @Async
  abstract Task<Void> workAsync();

  void run() throws InterruptedException {
    Task<Void> work = workAsync();
    fabric().sleep(unit);
    stop().open();
    work.join();
    out.accept("joined");
  }

  public static void main(String[] args) throws InterruptedException {
    Duration unit = Duration.ofMillis(200);
    try (Fabric fabric = Fabric.create()) {
      new WovenStoppingGracefully(fabric, unit, System.out::println).run();
    }
    try (Fabric fabric = Fabric.create()) {
      new WovenStoppingGracefully(fabric, unit, System.out::println).workAsync();
      fabric.sleep(unit);
    } // closing stops it
  }
}
