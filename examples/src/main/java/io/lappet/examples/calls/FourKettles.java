package io.lappet.examples.calls;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.function.Consumer;

/** P69: water boils while one stands there, looks now and then, or watches television. */
abstract class FourKettles {
  private final Duration unit;
  private final Consumer<String> out;

  FourKettles(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Gate whistle();

  void boil() throws InterruptedException {
    fabric().sleep(unit.multipliedBy(3));
  }

  @Async
  abstract Task<Void> boilAsync();

  void standAndWait() throws InterruptedException {
    boil();
    out.accept("tea");
  }

  void watchTelevisionAndLook() throws InterruptedException {
    Task<Void> water = boilAsync();
    while (water.isRunning() || !water.isDone()) {
      out.accept("television");
      fabric().sleep(unit);
      out.accept("look");
    }
    out.accept("tea");
  }

  void standUntilItWhistles() {
    boilAsync().join();
    out.accept("tea");
  }

  void watchTelevisionUntilItWhistles() throws InterruptedException {
    whistle().close();
    boilAsync().onSuccess(nothing -> whistle().open());
    out.accept("television");
    whistle().await();
    out.accept("tea");
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      FourKettles kettles =
          new WovenFourKettles(fabric, Duration.ofMillis(50), System.out::println);
      kettles.standAndWait();
      kettles.watchTelevisionAndLook();
      kettles.standUntilItWhistles();
      kettles.watchTelevisionUntilItWhistles();
    }
  }
}
