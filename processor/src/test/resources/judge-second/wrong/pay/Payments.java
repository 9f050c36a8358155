// LAP207
package pay;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** The pause between two attempts is spent with the lock held. */
public abstract class Payments {
  private final Map<String, Long> booked = new HashMap<>();

  @Synchronized(lock = "booked")
  public void pay(String account, long cents) throws Exception { // here
    Long total = Retry.times(3, () -> charge(account, cents)); // here
    booked.put(account, total);
  }

  private Long charge(String account, long cents) {
    if (cents <= 0) {
      throw new IllegalStateException("declined: " + account);
    }
    return booked.getOrDefault(account, 0L) + cents;
  }

  @Synchronized(lock = "booked")
  public long total(String account) {
    return booked.getOrDefault(account, 0L);
  }
}
