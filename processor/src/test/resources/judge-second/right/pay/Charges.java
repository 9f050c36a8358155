package pay;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** The lock is taken in each attempt, and the pause lies between them. */
public abstract class Charges {
  private final Map<String, Long> booked = new HashMap<>();

  public long pay(String account, long cents) throws Exception {
    return Retry.times(3, () -> charge(account, cents));
  }

  @Synchronized(lock = "booked")
  long charge(String account, long cents) {
    if (cents <= 0) {
      throw new IllegalStateException("declined: " + account);
    }
    return booked.merge(account, cents, Long::sum);
  }

  @Synchronized(lock = "booked")
  public long total(String account) {
    return booked.getOrDefault(account, 0L);
  }
}
