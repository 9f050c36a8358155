package cafe;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lambdas of streams run at once, private helpers are called under the lock, constructors alone. */
public abstract class Guests {
  @GuardedBy("tables")
  private final Map<Integer, String> guests = new HashMap<>();

  protected Guests(Map<Integer, String> reserved) {
    guests.putAll(reserved);
  }

  @Synchronized(lock = "tables")
  public void seat(int table, String guest) {
    if (isFree(table)) {
      guests.put(table, guest);
    }
  }

  private boolean isFree(int table) {
    return !guests.containsKey(table);
  }

  @Synchronized(lock = "tables", read = true)
  public List<Integer> free(List<Integer> tables) {
    return tables.stream().filter(this::isFree).collect(Collectors.toList());
  }

  @Synchronized(lock = "tables", read = true)
  public Optional<String> guest(int table) {
    return Optional.of(table).filter(it -> !isFree(it)).map(it -> guests.get(it));
  }
}
