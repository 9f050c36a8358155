// LAP101
package market;

import io.lappet.ChannelView;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;

/** Offers and counter-offers go round in a circle, each through a small queue. */
@Woven(name = "market")
public abstract class Negotiation {
  record Offer(int round, long cents) {}

  record Counter(int round, long cents) {}

  @ChannelSpec(capacity = 8)
  abstract Sender<Offer> offers(); // here

  @ChannelSpec(capacity = 8)
  abstract ChannelView<Counter> counters(); // here

  @Consumer(from = "offers", to = "counters", concurrency = 2) // here
  Counter answer(Offer offer) { // here
    return new Counter(offer.round() + 1, offer.cents() * 11 / 10);
  }

  @Consumer(from = "counters", to = "offers") // here
  Offer again(Counter counter) { // here
    return counter.round() > 10 ? null : new Offer(counter.round() + 1, counter.cents() * 9 / 10);
  }

  public void begin(long cents) throws InterruptedException {
    offers().send(new Offer(0, cents));
  }
}
