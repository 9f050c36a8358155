package feeds;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Order;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import java.util.List;
import java.util.function.Supplier;

/** Limits that are no longer than the period, runs side by side, and one consumer in order. */
public abstract class Fetcher {
  private final Supplier<List<String>> feed;

  protected Fetcher(Supplier<List<String>> feed) {
    this.feed = feed;
  }

  @ChannelSpec(order = Order.PRIORITY)
  abstract Sender<String> items();

  @PeriodicTimer(every = "5s", timeout = "5s")
  void poll() throws InterruptedException {
    for (String item : feed.get()) {
      items().send(item);
    }
  }

  @PeriodicTimer(every = "5s", timeout = "12s", overlap = Overlap.PARALLEL, concurrency = 3)
  void probe() {
    feed.get();
  }

  @PeriodicTimer(every = "5s", fixedDelay = true, timeout = "1m")
  void crawl() {
    feed.get().forEach(item -> System.out.println(item.length()));
  }

  @Consumer(from = "items")
  void show(String item) {
    System.out.println(item);
  }
}
