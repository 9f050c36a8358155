package io.lappet.examples.gates;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P33: five clients wait for the server, and say so again each time their patience has ended. */
@Woven
abstract class AskingAgain {
  private final Duration unit;
  private final Consumer<String> out;

  AskingAgain(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Gate serverUp();

  void client() throws InterruptedException {
    do {
      out.accept("wait server...");
    } while (!serverUp().await(unit.multipliedBy(2)));
    out.accept("connect to server");
  }

  @Async
  abstract Task<Void> clientAsync();

  void run() throws InterruptedException {
    List<Task<Void>> five = IntStream.range(0, 5).mapToObj(i -> clientAsync()).toList();
    fabric().sleep(unit.multipliedBy(10));
    serverUp().open();
    Task.all(five).join();
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenAskingAgain(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
