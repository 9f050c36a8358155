package app;

import app.Transfer.Savings;
import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.LockOwner;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Timeouts;
import java.time.Duration;
import java.util.Objects;

/**
 * {@link Transfer.Savings}, woven: "limit" guards raise() and lower(); "balance" guards deposit(),
 * transferTo() and count().
 */
@LappetGenerated
class WovenTransfer_Savings extends Savings implements LockOwner {
  private static final Duration COUNT_TIMEOUT = Duration.ofSeconds(1);

  private final Monitor limitLock;
  private final Monitor balanceLock;
  private final Duration countTimeout;

  WovenTransfer_Savings(Transfer.Vault vault) {
    super(vault);
    limitLock = Monitor.of("Savings.limit");
    balanceLock = Monitor.of("Savings.balance");
    countTimeout = COUNT_TIMEOUT;
  }

  WovenTransfer_Savings(Fabric fabric, Transfer.Vault vault) {
    super(vault);
    limitLock = Monitor.of(fabric, "Savings.limit");
    balanceLock = Monitor.of(fabric, "Savings.balance");
    countTimeout = Timeouts.of(fabric, "Savings.count", COUNT_TIMEOUT);
  }

  /** Holds "limit" and "to.limit". */
  @Override
  void raise(Savings to) {
    Monitors locks = Monitors.of(limitLock, LockOwner.lockOf(to, "limit"));
    locks.enter();
    try {
      super.raise(to);
    } finally {
      locks.exit();
    }
  }

  /** Holds "limit". */
  @Override
  void lower() {
    Monitor lock = limitLock;
    if (lock == null) { // still constructing: not shared yet
      super.lower();
      return;
    }
    lock.enter();
    try {
      super.lower();
    } finally {
      lock.exit();
    }
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
  void transferTo(Transfer.Account to, long amount) {
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
  long count(Transfer.Account other) throws InterruptedException {
    Monitors locks = Monitors.of(
        Monitor.behind(vault().door()),
        balanceLock,
        ReadWriteMonitor.behind(other.vault().shelf()).writeLock());
    locks.enterInterruptibly(
        Objects.requireNonNullElse(countTimeout, COUNT_TIMEOUT), "Transfer.Savings.count()");
    try {
      return super.count(other);
    } finally {
      locks.exit();
    }
  }

  @Override
  public Monitor lockNamed(String name) {
    return switch (name) {
      case "limit" -> limitLock;
      case "balance" -> balanceLock;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
