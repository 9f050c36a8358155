package app;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.Permits;
import io.lappet.Receiver;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * {@link Books}, one for each fabric: locks ledger, stock and prices; gate open; permits clerks and
 * carts; channels orders, urgent (capacity 16, drops the old if full), letters (unbounded) and
 * dead.
 */
@LappetGenerated
public final class WovenBooks implements Books {
  private static final SharedResources<WovenBooks> SHARED =
      new SharedResources<>(1, "Books", WovenBooks::new);

  private final Monitor ledgerLock;
  private final Monitor stockLock;
  private final ReadWriteMonitor pricesLock;
  private final Permits clerksPermits;
  private final Permits cartsPermits;
  private final Channel<Books.Order> ordersChannel;
  private final Channel<Books.Order> urgentChannel;
  private final Channel<String> lettersChannel;
  private final Channel<DeadLetter<Books.Order>> deadChannel;
  private final Gate openGate;

  private WovenBooks(Weaving weaving) {
    ledgerLock = weaving.lock("ledger");
    stockLock = weaving.lock("stock");
    pricesLock = weaving.readWriteLock("prices");
    clerksPermits = weaving.permits("clerks", 2);
    cartsPermits = weaving.fairPermits("carts", 3);
    ordersChannel = weaving.<Books.Order>channel("orders").sentByHand().receivedByHand().make();
    urgentChannel = weaving.<Books.Order>channel("urgent")
        .capacity(16)
        .overflow(Overflow.DROP_OLD)
        .make();
    lettersChannel = weaving.<String>channel("letters")
        .capacity(ChannelSpec.UNBOUNDED)
        .sentByHand()
        .make();
    deadChannel = weaving.<DeadLetter<Books.Order>>channel("dead").receivedByHand().make();
    openGate = weaving.gate("open");
  }

  /** The {@link Books} of {@code fabric}, made by the first who asks. */
  public static Books in(Fabric fabric) {
    return SHARED.in(fabric);
  }

  @Override
  public Mutex ledger() {
    return ledgerLock;
  }

  @Override
  public Lock stock() {
    return stockLock;
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
  public Permits carts() {
    return cartsPermits;
  }

  @Override
  public Channel<Books.Order> orders() {
    return ordersChannel;
  }

  @Override
  public ChannelView<Books.Order> urgent() {
    return urgentChannel;
  }

  @Override
  public Sender<String> letters() {
    return lettersChannel;
  }

  @Override
  public Receiver<DeadLetter<Books.Order>> dead() {
    return deadChannel;
  }

  @Override
  public Gate open() {
    return openGate;
  }
}
