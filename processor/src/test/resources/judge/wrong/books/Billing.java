package books;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the ledger alone. */
@Woven(uses = Books.class)
public abstract class Billing {
  private final Map<String, Long> booked = new LinkedHashMap<>();

  @Synchronized(lock = "ledger")
  public void book(String what, long cents) {
    booked.merge(what, cents, Long::sum);
  }

  @Synchronized(lock = "ledger")
  public long total() {
    return booked.values().stream().mapToLong(Long::longValue).sum();
  }
}
