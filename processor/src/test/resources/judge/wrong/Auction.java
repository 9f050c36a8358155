// LAP204
package auction;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.util.Map;
import java.util.TreeMap;

/** The loop waits for a task of its own loop: it can never begin. */
@Woven(confined = true)
public abstract class Auction {
  record Bid(String who, long cents) {}

  private final Map<String, Long> bids = new TreeMap<>();

  abstract Sender<Bid> incoming();

  @Consumer(from = "incoming")
  void bid(Bid bid) { // here
    long highest = highestNow(); // here
    if (bid.cents() > highest) {
      bids.put(bid.who(), bid.cents());
    }
  }

  private long highestNow() {
    return highestAsync().join(); // here
  }

  long highest() {
    return bids.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  @Async
  public abstract Task<Long> highestAsync();
}
