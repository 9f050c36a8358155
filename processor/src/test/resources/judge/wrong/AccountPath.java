// LAP004
package bank;

import io.lappet.annotation.Synchronized;

/** The path names a lock that the other account does not have. */
public abstract class AccountPath {
  private long cents;
  private final String owner;

  protected AccountPath(String owner, long cents) {
    this.owner = owner;
    this.cents = cents;
  }

  @Synchronized(lock = "balance")
  public void deposit(long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException(owner + ": " + amount);
    }
    cents += amount;
  }

  @Synchronized(lock = "balance")
  public long balance() {
    return cents;
  }

  @Synchronized(lock = {"balance", "to.ballance"}) // here
  public void transfer(AccountPath to, long amount) {
    cents -= amount;
    to.cents += amount;
  }
}
