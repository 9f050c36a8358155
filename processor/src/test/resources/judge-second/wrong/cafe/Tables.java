// LAP209
package cafe;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The lambda is called later, when the lock has long been given back. */
public abstract class Tables {
  @GuardedBy("tables")
  private final Map<Integer, String> guests = new HashMap<>(); // here

  @Synchronized(lock = "tables")
  public void seat(int table, String guest) {
    guests.put(table, guest);
  }

  @Synchronized(lock = "tables")
  public Supplier<Optional<String>> guest(int table) { // here
    if (table < 0) {
      return Optional::empty;
    }
    return () -> Optional.ofNullable(guests.get(table)); // here
  }

  @Synchronized(lock = "tables")
  public void leave(int table) {
    guests.remove(table);
  }
}
