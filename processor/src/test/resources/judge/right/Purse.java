// ordered pair: both locks are named, and taken in one global order
package wallet;

import io.lappet.annotation.Synchronized;

public abstract class Purse {
  private final String owner;
  private long cents;

  protected Purse(String owner, long cents) {
    this.owner = owner;
    put(cents);
  }

  @Synchronized(lock = "purse")
  public void put(long amount) {
    cents += amount;
  }

  @Synchronized(lock = "purse")
  public long cents() {
    return cents;
  }

  @Synchronized(lock = {"purse", "to.purse"})
  public boolean pay(Purse to, long amount) {
    if (cents() < amount) {
      return false;
    }
    cents -= amount;
    to.put(amount);
    System.out.println(owner + " paid " + to.owner);
    return true;
  }
}
