// LAP108
package feeds;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A poll each five seconds that may take half a minute. */
public abstract class Poller {
  private final Supplier<List<String>> feed;
  private final List<String> items = new ArrayList<>();

  protected Poller(Supplier<List<String>> feed) {
    this.feed = feed;
  }

  @PeriodicTimer(every = "5s", timeout = "30s") // here
  void poll() { // here
    List<String> fresh = feed.get();
    keep(fresh);
  }

  @Synchronized(lock = "items")
  void keep(List<String> fresh) {
    items.addAll(fresh);
  }

  @Synchronized(lock = "items")
  public List<String> items() {
    return List.copyOf(items);
  }
}
