// keyed locks: one key at a time, or the same key again
package bank;

import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public abstract class Bank {
  private final Map<String, Long> balances = new ConcurrentHashMap<>();

  @Synchronized(lock = "account", key = "id")
  public void deposit(String id, long cents) {
    balances.merge(id, cents, Long::sum);
  }

  @Synchronized(lock = "account", key = "id")
  public void withdraw(String id, long cents) {
    if (balances.getOrDefault(id, 0L) < cents) {
      throw new IllegalStateException(id);
    }
    deposit(id, -cents);
  }

  public void transfer(String from, String to, long cents) {
    withdraw(from, cents);
    deposit(to, cents);
  }
}
