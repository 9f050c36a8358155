package io.lappet.examples.channels;

import io.lappet.Channel;
import io.lappet.Delivery;
import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import java.time.Duration;

/** P44: four consumers work on ten items, and main waits until the last of them is done. */
abstract class DoneAndJoined {
  private final Duration work;
  private final java.util.function.Consumer<String> out;

  DoneAndJoined(Duration work, java.util.function.Consumer<String> out) {
    this.work = work;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Channel<Integer> items();

  abstract Channel<String> byHand();

  @Consumer(from = "items", concurrency = 4)
  void process(int item) throws InterruptedException {
    fabric().sleep(work);
    out.accept("processed " + item);
  }

  void run() throws InterruptedException {
    for (int item = 0; item < 10; item++) {
      items().send(item);
    }
    items().awaitIdle();
    out.accept("done");
    doneTwice();
  }

  private void doneTwice() throws InterruptedException {
    byHand().send("once");
    Delivery<String> delivery = byHand().take();
    delivery.done();
    byHand().awaitIdle();
    try {
      delivery.done();
    } catch (IllegalStateException e) {
      out.accept(e.getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) { // ends the consumers, who would go on waiting
      fabric
          .start(new WovenDoneAndJoined(fabric, Duration.ofMillis(20), System.out::println))
          .run();
    }
  }
}
