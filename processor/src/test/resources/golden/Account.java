package app;

import io.lappet.annotation.Synchronized;
import java.util.concurrent.TimeoutException;

/** A plain data structure: locks alone, so a fabric is not needed. */
public abstract class Account {
  public static class Insufficient extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final StringBuilder journal = new StringBuilder();
  private long cents;
  private long loan;

  @SuppressWarnings("this-escape") // a guarded call in a constructor is allowed: nothing is shared yet
  protected Account(long opening) {
    deposit(opening);
  }

  Account() {
    this(0);
  }

  @Synchronized(lock = "balance")
  public void deposit(long amount) {
    cents += amount;
  }

  @Synchronized(lock = "balance", timeout = "1m30s")
  public void withdraw(long amount) throws Insufficient {
    if (cents < amount) {
      throw new Insufficient();
    }
    cents -= amount;
  }

  @Synchronized(lock = {"loan", "balance"})
  public void borrow(long amount) {
    loan += amount;
    cents += amount;
  }

  @Synchronized(
      lock = {"balance", "loan"},
      timeout = "PT0.5S")
  protected long worth() throws InterruptedException, TimeoutException {
    return cents - loan;
  }

  @Synchronized
  void post(String lock) {
    journal.append(lock);
  }

  @Synchronized
  String journal() throws Exception {
    return journal.toString();
  }
}
