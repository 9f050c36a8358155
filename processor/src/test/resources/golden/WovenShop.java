package app;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.Permits;
import io.lappet.gen.Channels;
import io.lappet.gen.Gates;
import io.lappet.gen.Guard;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Limits;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;

/**
 * {@link Shop}, woven: bill() takes from orders and sends to totals; bury() takes from dead;
 * "Shop.Books.ledger" guards post(), pay() and move(); "balance" guards pay() and refund();
 * "Shop.Books.prices" guards reprice() and price(); "till" guards count(); "Shop.Premises.door"
 * guards lockUp().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenShop extends Shop {
  private static final Duration PAY_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration SERVE_TIMEOUT = Duration.ofSeconds(2);

  private final Monitor tillLock;
  private final Monitor ledgerLock;
  private final Monitor balanceLock;
  private final ReadWriteMonitor pricesLock;
  private final Monitor doorLock;
  private final Monitors balanceAndLedgerLocks;
  private final Guard closedGuard;
  private final Guard closedGuard_;
  private final Gate openGate;
  private final Permits clerksPermits;
  private final Duration payTimeout;
  private final Duration serveTimeout;
  private final Channel<String> ordersChannel;
  private final Channel<Integer> totalsChannel;
  private final Channel<DeadLetter<String>> deadChannel;

  public WovenShop(Fabric fabric, int balance) {
    super(balance);
    Weaving weaving = Weaving.of(fabric, 1, "Shop", this);
    tillLock = weaving.lock("till");
    Shop.Books books = WovenShop_Books.in(fabric);
    ledgerLock = Monitor.behind(books.ledger());
    balanceLock = weaving.lock("balance");
    pricesLock = ReadWriteMonitor.behind(books.prices());
    Shop.Premises premises = WovenShop_Premises.in(fabric);
    doorLock = Monitor.behind(premises.door());
    balanceAndLedgerLocks = Monitors.of(balanceLock, ledgerLock);
    closedGuard = tillLock.guard(this::closed);
    closedGuard_ = doorLock.guard(this::closed);
    openGate = premises.open();
    clerksPermits = books.clerks();
    payTimeout = weaving.timeout("pay", PAY_TIMEOUT);
    serveTimeout = weaving.timeout("serve", SERVE_TIMEOUT);
    ordersChannel = books.orders();
    totalsChannel = Channels.behind(books.totals());
    deadChannel = Channels.behind(books.dead());
    weaving.consumer("bill", ordersChannel)
        .deadLetter(deadChannel)
        .maps(this::bill, totalsChannel);
    weaving.consumer("bury", deadChannel).runs(this::bury);
    weaving.register();
  }

  @Override
  public Mutex till() {
    return Weaving.ready(tillLock, "Shop.till()");
  }

  /** Holds "ledger". */
  @Override
  public void post(String line) {
    Monitor lock = Weaving.ready(ledgerLock, "Shop.post()");
    lock.enter();
    try {
      super.post(line);
    } finally {
      lock.exit();
    }
  }

  /** Holds "balance" and "ledger" (at most 1s). */
  @Override
  public boolean pay(int amount) throws InterruptedException {
    Monitors locks = Weaving.ready(balanceAndLedgerLocks, "Shop.pay()");
    locks.enterInterruptibly(payTimeout, "Shop.pay()");
    try {
      return super.pay(amount);
    } finally {
      locks.exit();
    }
  }

  /** Holds "balance". */
  @Override
  public void refund(int amount) {
    Monitor lock = balanceLock;
    if (lock == null) { // still constructing: not shared yet
      super.refund(amount);
      return;
    }
    lock.enter();
    try {
      super.refund(amount);
    } finally {
      lock.exit();
    }
  }

  /** Holds "ledger" and "to.till". */
  @Override
  public void move(Shop to) {
    Monitors locks = Monitors.of(
        Weaving.ready(ledgerLock, "Shop.move()"), Monitor.behind(to.till()));
    locks.enter();
    try {
      super.move(to);
    } finally {
      locks.exit();
    }
  }

  /** Holds "prices". */
  @Override
  public void reprice(List<Integer> prices) {
    ReadWriteMonitor lock = Weaving.ready(pricesLock, "Shop.reprice()");
    lock.writeLock().enter();
    try {
      super.reprice(prices);
    } finally {
      lock.writeLock().exit();
    }
  }

  /** Holds "prices" to read, if somebody writes. */
  @Override
  public int price(int article) {
    ReadWriteMonitor lock = Weaving.ready(pricesLock, "Shop.price()");
    long stamp = lock.optimisticRead();
    int result = super.price(article);
    if (lock.isStill(stamp)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead();
    try {
      return super.price(article);
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "till", waits until closed(). */
  @Override
  public void count() throws InterruptedException {
    Monitor lock = tillLock;
    if (lock == null) { // still constructing: not shared yet
      super.count();
      return;
    }
    lock.enterWhenInterruptibly(closedGuard, "Shop.count()");
    try {
      super.count();
    } finally {
      lock.exit();
    }
  }

  /** Holds "door", waits until closed(). */
  @Override
  public void lockUp() throws InterruptedException {
    Monitor lock = Weaving.ready(doorLock, "Shop.lockUp()");
    lock.enterWhenInterruptibly(closedGuard_, "Shop.lockUp()");
    try {
      super.lockUp();
    } finally {
      lock.exit();
    }
  }

  /** Waits for gate open, takes a permit of clerks (at most 2s). */
  @Override
  public void serve() throws InterruptedException {
    Gate gate = Weaving.ready(openGate, "Shop.serve()");
    Permits permits = Weaving.ready(clerksPermits, "Shop.serve()");
    Gates.awaitInterruptibly(gate, "Shop.serve()");
    Limits.enterInterruptibly(permits, serveTimeout, "Shop.serve()");
    try {
      super.serve();
    } finally {
      Limits.exit(permits);
    }
  }
}
