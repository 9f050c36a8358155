package io.lappet.examples.bank;

import io.lappet.Fabric;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.List;

/** An account with a lock of its own, and a journal that is guarded by a lock of all. */
@Woven(uses = Books.class)
public abstract class Account {
  private final String id;
  private final List<String> journal;
  private long cents;

  protected Account(String id, long opening, List<String> journal) {
    this.id = id;
    this.journal = journal;
    if (opening > 0) {
      deposit(opening); // takes no lock: nobody else can see the object yet
    }
  }

  /** Opens an account. */
  public static Account open(Fabric fabric, String id, long opening, List<String> journal) {
    return new WovenAccount(fabric, id, opening, journal);
  }

  /** There is not enough on the account. */
  public static class Insufficient extends Exception {
    private static final long serialVersionUID = 1;

    /** Makes one with this text. */
    public Insufficient(String message) {
      super(message);
    }
  }

  /** Adds to the balance. */
  @Synchronized(lock = "balance")
  public void deposit(long amount) {
    cents += amount;
  }

  /** Takes from the balance. */
  @Synchronized(lock = "balance")
  public void withdraw(long amount) throws Insufficient {
    if (cents < amount) {
      throw new Insufficient(id + " has " + cents);
    }
    cents -= amount;
  }

  /** Moves money; opposite transfers do not wait for each other in a circle. */
  @Synchronized(lock = {"balance", "to.balance"})
  public void transferTo(Account to, long amount) throws Insufficient {
    withdraw(amount);
    to.deposit(amount);
    post(id + "->" + to.id + " " + amount);
  }

  /** The balance. */
  @Synchronized(lock = "balance")
  public long balance() {
    return cents;
  }

  @Synchronized(lock = "ledger")
  protected void post(String line) {
    journal.add(line);
  }
}
