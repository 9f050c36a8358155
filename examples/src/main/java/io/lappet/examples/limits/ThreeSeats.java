package io.lappet.examples.limits;

import io.lappet.Fabric;
import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P36: three seats for ten people. Who leaves lets one in, and a seat is given back once. */
abstract class ThreeSeats {
  private final Duration unit;
  private final Random random;
  private final Consumer<String> out;

  ThreeSeats(Duration unit, Random random, Consumer<String> out) {
    this.unit = unit;
    this.random = random;
    this.out = out;
  }

  abstract Fabric fabric();

  @Limit(permits = 3)
  abstract Permits seats();

  void visit(int person) throws InterruptedException {
    try (Lease seat = seats().acquire()) {
      out.accept(person + " takes " + seat.permits() + " seat");
      fabric().sleep(unit.multipliedBy(1 + random.nextInt(5)));
      out.accept(person + " gets up");
    }
  }

  @Async
  abstract Task<Void> visitAsync(int person);

  void run() throws InterruptedException {
    Task.all(IntStream.rangeClosed(1, 10).mapToObj(this::visitAsync).toList()).join();
    giveBackTwice(seats().acquire());
    out.accept(seats().available() + " seats are free");
  }

  private void giveBackTwice(Lease seat) {
    seat.release();
    seat.close(); // harmless
    try {
      seat.release();
    } catch (IllegalStateException e) {
      out.accept(e.getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenThreeSeats(fabric, Duration.ofMillis(100), new Random(), System.out::println).run();
    }
  }
}
