package io.lappet.examples.gates;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P32: one thread waits at a gate, and another one opens it. */
abstract class OneWakesAnother {
  private final Duration unit;
  private final Consumer<String> out;

  OneWakesAnother(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Gate serverUp();

  void client() throws InterruptedException {
    out.accept("wait server...");
    connect();
  }

  @WaitUntil("serverUp")
  void connect() throws InterruptedException {
    out.accept("connect to server");
  }

  void server() throws InterruptedException {
    fabric().sleep(unit.multipliedBy(3));
    out.accept("start server successful");
    fabric().sleep(unit.multipliedBy(3));
    serverUp().open();
  }

  @Async
  abstract Task<Void> clientAsync();

  @Async
  abstract Task<Void> serverAsync();

  void run() {
    Task.all(List.of(clientAsync(), serverAsync())).join();
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenOneWakesAnother(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
