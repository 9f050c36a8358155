package app;

import app.Shop.Books;
import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.Permits;
import io.lappet.Sender;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * {@link Shop.Books}, one for each fabric: locks ledger and prices; permits clerks; channels
 * orders, dead and totals.
 */
@LappetGenerated
public final class WovenShop_Books implements Books {
  private static final SharedResources<WovenShop_Books> SHARED =
      new SharedResources<>(1, "Books", WovenShop_Books::new);

  private final Monitor ledgerLock;
  private final ReadWriteMonitor pricesLock;
  private final Permits clerksPermits;
  private final Channel<String> ordersChannel;
  private final Channel<DeadLetter<String>> deadChannel;
  private final Channel<Integer> totalsChannel;

  private WovenShop_Books(Weaving weaving) {
    ledgerLock = weaving.lock("ledger");
    pricesLock = weaving.readWriteLock("prices");
    clerksPermits = weaving.permits("clerks", 2);
    ordersChannel = weaving.<String>channel("orders").sentByHand().receivedByHand().make();
    deadChannel = weaving.<DeadLetter<String>>channel("dead").make();
    totalsChannel = weaving.<Integer>channel("totals").sentByHand().make();
  }

  /** The {@link Shop.Books} of {@code fabric}, made by the first who asks. */
  public static Books in(Fabric fabric) {
    return SHARED.in(fabric);
  }

  @Override
  public Mutex ledger() {
    return ledgerLock;
  }

  @Override
  public ReadWriteLock prices() {
    return pricesLock;
  }

  @Override
  public Permits clerks() {
    return clerksPermits;
  }

  @Override
  public Channel<String> orders() {
    return ordersChannel;
  }

  @Override
  public ChannelView<DeadLetter<String>> dead() {
    return deadChannel;
  }

  @Override
  public Sender<Integer> totals() {
    return totalsChannel;
  }
}
