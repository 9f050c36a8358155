package io.lappet.examples.conditions;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * P29: a stock of ten. Two producers wait while it is full, and three consumers while there is but
 * one piece left.
 */
abstract class TenSlots {
  private final Duration making;
  private final Duration using;
  private final Consumer<String> out;
  private int stock;

  TenSlots(Duration making, Duration using, Consumer<String> out) {
    this.making = making;
    this.using = using;
    this.out = out;
  }

  abstract Fabric fabric();

  boolean room() {
    return stock < 10;
  }

  boolean moreThanOne() {
    return stock > 1;
  }

  @Synchronized
  @WaitUntil("room")
  void add() throws InterruptedException {
    stock++;
    out.accept("added, now " + stock);
  }

  @Synchronized
  @WaitUntil("moreThanOne")
  void take() throws InterruptedException {
    stock--;
    out.accept("taken, now " + stock);
  }

  @Daemon(concurrency = 2)
  void produce() throws InterruptedException {
    while (true) {
      add();
      fabric().sleep(making);
    }
  }

  @Daemon(concurrency = 3)
  void consume() throws InterruptedException {
    while (true) {
      take();
      fabric().sleep(using);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Duration work = Duration.ofMillis(200);
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenTenSlots(fabric, work, work, System.out::println));
      fabric.sleep(work.multipliedBy(10));
    }
  }
}
