package io.lappet.examples.conditions;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** P28: one slot. It is filled when it is empty and emptied when it is full; nobody signals. */
abstract class OneSlot {
  private final Duration making;
  private final Duration using;
  private final Consumer<String> out;
  private @Nullable String slot;
  private int made;

  OneSlot(Duration making, Duration using, Consumer<String> out) {
    this.making = making;
    this.using = using;
    this.out = out;
  }

  abstract Fabric fabric();

  boolean empty() {
    return slot == null;
  }

  boolean full() {
    return slot != null;
  }

  @Synchronized
  @WaitUntil("empty")
  void put() throws InterruptedException {
    slot = "item " + ++made;
    out.accept("produce " + slot);
  }

  @Synchronized
  @WaitUntil("full")
  void take() throws InterruptedException {
    out.accept("consume " + slot);
    slot = null;
  }

  @Daemon
  void produce() throws InterruptedException {
    while (true) {
      fabric().sleep(making);
      put();
    }
  }

  @Daemon
  void consume() throws InterruptedException {
    while (true) {
      take();
      fabric().sleep(using);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Duration unit = Duration.ofMillis(100);
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenOneSlot(fabric, unit, unit.multipliedBy(2), System.out::println));
      fabric.sleep(unit.multipliedBy(20));
    }
  }
}
