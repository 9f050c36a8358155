package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P6: a thread starts another one and waits for it; main waits for neither. */
abstract class JoinFromThread {
  private final Duration unit;
  private final Consumer<String> out;

  JoinFromThread(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Async(name = "context")
  abstract Task<Void> contextAsync();

  @Async(name = "join")
  abstract Task<Void> joinAsync();

  void context() {
    out.accept("in context");
    joinAsync().join();
    out.accept("out context");
  }

  void join() throws InterruptedException {
    out.accept("in join");
    fabric().sleep(unit);
    out.accept("out join");
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenJoinFromThread(fabric, Duration.ofMillis(100), System.out::println).contextAsync();
    }
  }
}
