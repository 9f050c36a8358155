package io.lappet.examples.conditions;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P30: five threads wait for one condition, that a number reaches four. */
abstract class FiveForOne {
  private final Duration unit;
  private final Consumer<String> out;
  private int number;

  FiveForOne(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  boolean atFour() {
    return number >= 4;
  }

  @Synchronized
  void raise() {
    number++;
    out.accept("number " + number);
  }

  @Synchronized
  @WaitUntil("atFour")
  void goOn(int who) throws InterruptedException {
    out.accept(who + " goes on");
  }

  @Async
  abstract Task<Void> goOnAsync(int who);

  void run() throws InterruptedException {
    List<Task<Void>> five =
        IntStream.rangeClosed(1, 5).mapToObj(this::goOnAsync).toList();
    for (int i = 0; i < 4; i++) {
      fabric().sleep(unit);
      raise();
    }
    Task.all(five).join();
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenFiveForOne(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
