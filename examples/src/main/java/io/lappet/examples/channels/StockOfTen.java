package io.lappet.examples.channels;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * P29: a stock of ten, as a channel. The first piece stays on display, and the channel has room for
 * nine others: two producers wait while it is full, three consumers while it is empty.
 */
abstract class StockOfTen {
  private final Duration making;
  private final Duration using;
  private final java.util.function.Consumer<String> out;
  private final AtomicBoolean displayed = new AtomicBoolean();

  StockOfTen(Duration making, Duration using, java.util.function.Consumer<String> out) {
    this.making = making;
    this.using = using;
    this.out = out;
  }

  abstract Fabric fabric();

  @ChannelSpec(capacity = 9)
  abstract ChannelView<String> others();

  private int stock() {
    return 1 + others().depth();
  }

  @Producer(to = "others", concurrency = 2)
  void produce(Sender<String> others) throws InterruptedException {
    while (true) {
      if (!displayed.compareAndSet(false, true)) {
        others.send("piece");
      }
      out.accept("added, now " + stock());
      fabric().sleep(making);
    }
  }

  @Consumer(from = "others", concurrency = 3)
  void take(String piece) throws InterruptedException {
    out.accept("taken, now " + stock());
    fabric().sleep(using);
  }

  public static void main(String[] args) throws InterruptedException {
    Duration work = Duration.ofMillis(200);
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenStockOfTen(fabric, work, work, System.out::println));
      fabric.sleep(work.multipliedBy(10));
    }
  }
}
