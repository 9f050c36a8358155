package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P4: a thread with a name counts to five, and main waits for it. */
abstract class LoopThread {
  private final Duration unit;
  private final Consumer<String> out;

  LoopThread(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Async(name = "LoopThread")
  abstract Task<Void> loopAsync();

  void loop() throws InterruptedException {
    say("is running");
    for (int n = 1; n <= 5; n++) {
      say(">>> " + n);
      fabric().sleep(unit);
    }
    say("ended");
  }

  void run() {
    say("is running");
    loopAsync().join();
    say("ended");
  }

  private void say(String what) {
    out.accept("thread " + Thread.currentThread().getName() + " " + what);
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenLoopThread(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
