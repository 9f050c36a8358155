package io.lappet.examples.timers;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P37: something is done once, later; something else with arguments; a third is taken back. */
abstract class OnceLater {
  static final Duration UNIT = Duration.ofMillis(100);

  private final Consumer<String> out;

  OnceLater(Consumer<String> out) {
    this.out = out;
  }

  abstract Fabric fabric();

  void hello() {
    out.accept("hello, world");
  }

  @Async(delay = "100ms")
  abstract void helloAsync();

  void print(String word, String name) {
    out.accept(word + ", " + name);
  }

  @Async(delay = "500ms")
  abstract Task<Void> printAsync(String word, String name);

  void run() throws InterruptedException {
    helloAsync();
    Task<Void> second = printAsync("hello", "again");
    Task<Void> third = printAsync("never", "heard");
    fabric().sleep(UNIT);
    third.cancel(false);
    second.join(); // closing alone would take it back, as it is not yet due
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenOnceLater(fabric, System.out::println).run();
    }
  }
}
