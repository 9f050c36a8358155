package app;

import app.Transfer.Account;
import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.LockOwner;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Timeouts;
import java.time.Duration;
import java.util.Objects;

/** {@link Transfer.Account}, woven: "balance" guards deposit(), transferTo() and count(). */
@LappetGenerated
class WovenTransfer_Account extends Account implements LockOwner {
  private static final Duration COUNT_TIMEOUT = Duration.ofSeconds(1);

  private final Monitor balanceLock;
  private final Duration countTimeout;

  WovenTransfer_Account(Transfer.Vault vault) {
    super(vault);
    balanceLock = Monitor.of("Account.balance");
    countTimeout = COUNT_TIMEOUT;
  }

  WovenTransfer_Account(Fabric fabric, Transfer.Vault vault) {
    super(vault);
    balanceLock = Monitor.of(fabric, "Account.balance");
    countTimeout = Timeouts.of(fabric, "Account.count", COUNT_TIMEOUT);
  }

  /** Holds "balance". */
  @Override
  void deposit(long amount) {
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

  /** Holds "balance" and "to.balance". */
  @Override
  void transferTo(Account to, long amount) {
    Monitors locks = Monitors.of(balanceLock, LockOwner.lockOf(to, "balance"));
    locks.enter();
    try {
      super.transferTo(to, amount);
    } finally {
      locks.exit();
    }
  }

  /** Holds "vault.door", "balance" and "other.vault.shelf" (at most 1s). */
  @Override
  long count(Account other) throws InterruptedException {
    Monitors locks = Monitors.of(
        Monitor.behind(vault().door()),
        balanceLock,
        ReadWriteMonitor.behind(other.vault().shelf()).writeLock());
    locks.enterInterruptibly(
        Objects.requireNonNullElse(countTimeout, COUNT_TIMEOUT), "Transfer.Account.count()");
    try {
      return super.count(other);
    } finally {
      locks.exit();
    }
  }

  @Override
  public Monitor lockNamed(String name) {
    return switch (name) {
      case "balance" -> balanceLock;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
