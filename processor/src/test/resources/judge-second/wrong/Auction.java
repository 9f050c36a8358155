// LAP211
package market;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Nobody ever closes the auction. */
public abstract class Auction {
  public record Bid(String who, long cents) {}

  private final List<Bid> bids = new ArrayList<>();
  private boolean closed; // here

  boolean isClosed() { // here
    return closed; // here
  }

  @Synchronized
  public void bid(String who, long cents) {
    if (closed) {
      throw new IllegalStateException("too late");
    }
    bids.add(new Bid(who, cents));
  }

  @Synchronized
  @WaitUntil("isClosed") // here
  public String winner() throws InterruptedException { // here
    return bids.stream().max(Comparator.comparingLong(Bid::cents)).map(Bid::who).orElse("");
  }
}
