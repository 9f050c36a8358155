package io.lappet.examples.channels;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.time.Duration;

/** P28: one slot, as a channel of one. It is filled when what was in it is done. */
abstract class SlotOfOne {
  private final Duration making;
  private final Duration using;
  private final java.util.function.Consumer<String> out;
  private int made;

  SlotOfOne(Duration making, Duration using, java.util.function.Consumer<String> out) {
    this.making = making;
    this.using = using;
    this.out = out;
  }

  abstract Fabric fabric();

  @ChannelSpec(capacity = 1)
  abstract ChannelView<String> slot();

  @Producer(to = "slot")
  String produce() throws InterruptedException {
    fabric().sleep(making);
    slot().awaitIdle();
    String item = "item " + ++made;
    out.accept("produce " + item);
    return item;
  }

  @Consumer(from = "slot")
  void consume(String item) throws InterruptedException {
    out.accept("consume " + item);
    fabric().sleep(using);
  }

  public static void main(String[] args) throws InterruptedException {
    Duration unit = Duration.ofMillis(100);
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenSlotOfOne(fabric, unit, unit.multipliedBy(2), System.out::println));
      fabric.sleep(unit.multipliedBy(20));
    }
  }
}
