package io.lappet.examples.locks;

import io.lappet.Body;
import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * P26: two locks in opposite order. What is done inside is handed in, so that no compiler sees which
 * lock comes second; a timeout finds a way out.
 */
// Two opposite orders are what this program shows; a time limit gets it out.
@SuppressWarnings({"lock-order", "wait-holding"})
abstract class OppositeOrder {
  private final Duration unit;
  private final Consumer<String> out;

  OppositeOrder(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Synchronized(lock = "x")
  void withX(Body inside) throws Exception {
    inside.run();
  }

  @Synchronized(lock = "y")
  void withY(Body inside) throws Exception {
    inside.run();
  }

  @Synchronized(lock = "x", timeout = "1m")
  void withXSoon(Body inside) throws Exception {
    inside.run();
  }

  @Synchronized(lock = "y", timeout = "300ms")
  void withYSoon(Body inside) throws Exception {
    inside.run();
  }

  void pause() throws InterruptedException {
    fabric().sleep(unit); // until the other one has its first lock
  }

  void a() throws Exception {
    try {
      withX(() -> {
        pause();
        withYSoon(() -> out.accept("a has both"));
      });
    } catch (WaitTimeoutException e) {
      out.accept("a gives up: " + e.getMessage());
    }
  }

  void b() throws Exception {
    withY(() -> {
      pause();
      withXSoon(() -> out.accept("b has both"));
    });
  }

  @Async
  abstract Task<Void> aAsync();

  @Async
  abstract Task<Void> bAsync();

  void run() {
    Task.all(List.of(aAsync(), bAsync())).join();
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenOppositeOrder(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
