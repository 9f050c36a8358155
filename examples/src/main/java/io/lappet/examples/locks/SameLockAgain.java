package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P18: who has the lock takes it again without a wait; others get it when all is given back. */
// That the other one waits meanwhile is what this program shows.
@SuppressWarnings("wait-holding")
abstract class SameLockAgain {
  private final Duration time;
  private final Consumer<String> out;

  SameLockAgain(Duration unit, Consumer<String> out) {
    this.time = unit.multipliedBy(2);
    this.out = out;
  }

  abstract Fabric fabric();

  @Synchronized(lock = "x")
  void take(String name) throws InterruptedException {
    out.accept(name + " takes the lock");
    fabric().sleep(time);
    takeAgain(name);
    fabric().sleep(time);
    out.accept(name + " gives it back again");
  }

  @Synchronized(lock = "x")
  void takeAgain(String name) throws InterruptedException {
    out.accept(name + " takes it again");
    fabric().sleep(time);
    out.accept(name + " gives it back once");
  }

  @Async
  abstract Task<Void> takeAsync(String name);

  void run() {
    Task.all(List.of(takeAsync("anna"), takeAsync("ben"), takeAsync("carla"))).join();
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenSameLockAgain(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
