// LAP224
package wallet;

import io.lappet.annotation.Synchronized;

/** Two wallets that pay each other at once wait for each other. */
public abstract class Wallet {
  private final String owner;
  private long cents;

  protected Wallet(String owner, long cents) {
    this.owner = owner;
    this.cents = cents;
  }

  @Synchronized(lock = "purse")
  public void put(long amount) {
    cents += amount;
  }

  @Synchronized(lock = "purse") // here
  public boolean pay(Wallet to, long amount) { // here
    if (cents < amount) {
      return false;
    }
    cents -= amount;
    hand(to, amount); // here
    return true;
  }

  private void hand(Wallet other, long amount) {
    System.out.println(owner + " pays " + other.owner);
    other.put(amount); // here
  }
}
