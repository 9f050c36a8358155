package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P27: two queues of five people in front of one coffee machine, and then in front of two. */
abstract class CoffeeMachines {
  private final Duration unit;
  private final Consumer<String> out;

  CoffeeMachines(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Limit(permits = 1)
  void fromTheOne(String person) throws InterruptedException {
    coffee(person);
  }

  @Limit(permits = 2)
  void fromOneOfTwo(String person) throws InterruptedException {
    coffee(person);
  }

  private void coffee(String person) throws InterruptedException {
    out.accept(person + " begins");
    fabric().sleep(unit);
    out.accept(person + " has coffee");
  }

  void run() throws InterruptedException {
    queues(this::fromTheOne);
    out.accept("a second machine");
    queues(this::fromOneOfTwo);
  }

  private void queues(Machines machines) {
    Task.all(List.of(queueAsync("left", machines), queueAsync("right", machines)))
        .join();
  }

  @Async
  abstract Task<Void> queueAsync(String side, Machines machines);

  void queue(String side, Machines machines) throws InterruptedException {
    for (int i = 1; i <= 5; i++) {
      machines.serve(side + " " + i);
    }
  }

  /** Where people get their coffee. */
  interface Machines {
    void serve(String person) throws InterruptedException;
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenCoffeeMachines(fabric, Duration.ofMillis(100), System.out::println).run();
    }
  }
}
