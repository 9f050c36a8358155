package app;

import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.Timeouts;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * {@link Account}, woven: "balance" guards deposit(), withdraw(), borrow() and worth(); "loan"
 * guards borrow() and worth(); its own lock guards post() and journal().
 */
@LappetGenerated
public class WovenAccount extends Account {
  private static final Duration WITHDRAW_TIMEOUT = Duration.ofMinutes(1).plusSeconds(30);
  private static final Duration WORTH_TIMEOUT = Duration.parse("PT0.5S");

  private final Monitor balanceLock;
  private final Monitor loanLock;
  private final Monitor ownLock;
  private final Monitors balanceAndLoanLocks;
  private final Duration withdrawTimeout;
  private final Duration worthTimeout;

  public WovenAccount(long opening) {
    super(opening);
    balanceLock = Monitor.of("Account.balance");
    loanLock = Monitor.of("Account.loan");
    ownLock = Monitor.of("Account.this");
    balanceAndLoanLocks = Monitors.of(balanceLock, loanLock);
    withdrawTimeout = WITHDRAW_TIMEOUT;
    worthTimeout = WORTH_TIMEOUT;
  }

  WovenAccount() {
    balanceLock = Monitor.of("Account.balance");
    loanLock = Monitor.of("Account.loan");
    ownLock = Monitor.of("Account.this");
    balanceAndLoanLocks = Monitors.of(balanceLock, loanLock);
    withdrawTimeout = WITHDRAW_TIMEOUT;
    worthTimeout = WORTH_TIMEOUT;
  }

  public WovenAccount(Fabric fabric, long opening) {
    super(opening);
    balanceLock = Monitor.of(fabric, "Account.balance");
    loanLock = Monitor.of(fabric, "Account.loan");
    ownLock = Monitor.of(fabric, "Account.this");
    balanceAndLoanLocks = Monitors.of(balanceLock, loanLock);
    withdrawTimeout = Timeouts.of(fabric, "Account.withdraw", WITHDRAW_TIMEOUT);
    worthTimeout = Timeouts.of(fabric, "Account.worth", WORTH_TIMEOUT);
  }

  WovenAccount(Fabric fabric) {
    balanceLock = Monitor.of(fabric, "Account.balance");
    loanLock = Monitor.of(fabric, "Account.loan");
    ownLock = Monitor.of(fabric, "Account.this");
    balanceAndLoanLocks = Monitors.of(balanceLock, loanLock);
    withdrawTimeout = Timeouts.of(fabric, "Account.withdraw", WITHDRAW_TIMEOUT);
    worthTimeout = Timeouts.of(fabric, "Account.worth", WORTH_TIMEOUT);
  }

  /** Holds "balance". */
  @Override
  public void deposit(long amount) {
    Monitor lock = balanceLock;
    if (lock == null) { // still constructing: not shared yet
      super.deposit(amount);
      return;
    }
    lock.enter();
    try {
      super.deposit(amount);
    } finally {
      lock.exit();
    }
  }

  /** Holds "balance" (at most 1m30s). */
  @Override
  public void withdraw(long amount) throws Account.Insufficient {
    Monitor lock = balanceLock;
    if (lock == null) { // still constructing: not shared yet
      super.withdraw(amount);
      return;
    }
    lock.enter(withdrawTimeout, "Account.withdraw()");
    try {
      super.withdraw(amount);
    } finally {
      lock.exit();
    }
  }

  /** Holds "loan" and "balance". */
  @Override
  public void borrow(long amount) {
    Monitors locks = balanceAndLoanLocks;
    if (locks == null) { // still constructing: not shared yet
      super.borrow(amount);
      return;
    }
    locks.enter();
    try {
      super.borrow(amount);
    } finally {
      locks.exit();
    }
  }

  /** Holds "balance" and "loan" (at most PT0.5S). */
  @Override
  protected long worth() throws InterruptedException, TimeoutException {
    Monitors locks = balanceAndLoanLocks;
    if (locks == null) { // still constructing: not shared yet
      return super.worth();
    }
    locks.enterInterruptibly(worthTimeout, "Account.worth()");
    try {
      return super.worth();
    } finally {
      locks.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  void post(String lock) {
    Monitor lock_ = ownLock;
    if (lock_ == null) { // still constructing: not shared yet
      super.post(lock);
      return;
    }
    lock_.enter();
    try {
      super.post(lock);
    } finally {
      lock_.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  String journal() throws Exception {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.journal();
    }
    lock.enterInterruptibly();
    try {
      return super.journal();
    } finally {
      lock.exit();
    }
  }
}
