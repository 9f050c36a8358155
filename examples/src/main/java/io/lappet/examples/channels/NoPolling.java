package io.lappet.examples.channels;

import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** P45: three consumers wait for an item that comes now and then. Nobody looks in between. */
abstract class NoPolling {
  private final Duration unit;
  private final int items;
  private final java.util.function.Consumer<String> out;
  private int made;

  NoPolling(Duration unit, int items, java.util.function.Consumer<String> out) {
    this.unit = unit;
    this.items = items;
    this.out = out;
  }

  abstract Fabric fabric();

  @Producer(to = "items")
  @Nullable
  Integer make() throws InterruptedException {
    if (made == items) {
      return null;
    }
    fabric().sleep(unit);
    return ++made;
  }

  @Consumer(from = "items", concurrency = 3)
  void take(int item) {
    out.accept("took " + item);
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(
        fabric -> new WovenNoPolling(fabric, Duration.ofMillis(100), 10, System.out::println));
  }
}
