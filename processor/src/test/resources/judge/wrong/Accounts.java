// LAP224
package keyed;

import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lock for each account, and two keys that are taken one after the other. */
public abstract class Accounts {
  private final Map<String, Long> balances = new ConcurrentHashMap<>();

  @Synchronized(lock = "account", key = "id")
  public void deposit(String id, long cents) {
    balances.merge(id, cents, Long::sum);
  }

  @Synchronized(lock = "account", key = "from") // here
  public void transfer(String from, String to, long cents) { // here
    long left = balances.getOrDefault(from, 0L) - cents;
    if (left < 0) {
      throw new IllegalStateException(from + " has not enough");
    }
    balances.put(from, left);
    deposit(to, cents); // here
  }
}
