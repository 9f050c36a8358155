package app;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import java.util.concurrent.locks.ReadWriteLock;

/** Locks of other objects: of the same class, of another one, and of a class that inherits them. */
class Transfer {
  abstract static class Vault {
    abstract Mutex door();

    abstract ReadWriteLock shelf();
  }

  abstract static class Account {
    private final Vault vault;
    private long cents;

    Account(Vault vault) {
      this.vault = vault;
    }

    Vault vault() {
      return vault;
    }

    @Synchronized(lock = "balance")
    void deposit(long amount) {
      cents += amount;
    }

    @Synchronized(lock = {"balance", "to.balance"})
    void transferTo(Account to, long amount) {
      cents -= amount;
      to.deposit(amount);
    }

    @Synchronized(
        lock = {"vault.door", "balance", "other.vault.shelf"},
        timeout = "1s")
    long count(Account other) throws InterruptedException {
      return cents;
    }
  }

  abstract static class Savings extends Account {
    Savings(Vault vault) {
      super(vault);
    }

    @Synchronized(lock = {"limit", "to.limit"})
    void raise(Savings to) {}

    @Synchronized(lock = "limit")
    void lower() {}
  }
}
