package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P17: three threads want one lock. Each counts, keeps the lock for a while and gives it back. */
// That the other one waits meanwhile is what this program shows.
@SuppressWarnings("wait-holding")
abstract class OneLock {
  private final Duration unit;
  private final Consumer<String> out;
  private int counter;

  OneLock(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  void work(String name) throws InterruptedException {
    out.accept(name + " wants the lock");
    count(name);
  }

  @Synchronized
  void count(String name) throws InterruptedException {
    out.accept(name + " gets the lock");
    counter++;
    fabric().sleep(unit.multipliedBy(2));
    out.accept(name + " gives it back");
  }

  @Async
  abstract Task<Void> workAsync(String name);

  void run() {
    Task.all(List.of(workAsync("anna"), workAsync("ben"), workAsync("carla"))).join();
    out.accept("counter " + counter);
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenOneLock(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
