package io.lappet.examples.gates;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;
import java.util.function.Consumer;

/** P31: a client connects when the server is up, and not before. */
abstract class WaitingForTheServer {
  private final Duration unit;
  private final Consumer<String> out;

  WaitingForTheServer(Duration unit, Consumer<String> out) {
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

  @Async
  abstract Task<Void> clientAsync();

  void run() throws InterruptedException {
    Task<Void> client = clientAsync();
    fabric().sleep(unit.multipliedBy(3));
    out.accept("start server successful");
    fabric().sleep(unit.multipliedBy(3));
    serverUp().open();
    client.join();
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenWaitingForTheServer(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
