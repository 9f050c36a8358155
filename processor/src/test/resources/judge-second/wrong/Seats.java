// LAP224
package theatre;

import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Two people who swap their seats with each other hold one seat and wait for the other. */
public abstract class Seats {
  private final Map<String, String> taken = new ConcurrentHashMap<>();

  @Synchronized(lock = "seat", key = "seat")
  public boolean take(String seat, String guest) {
    return taken.putIfAbsent(seat, guest) == null;
  }

  @Synchronized(lock = "seat", key = "seat")
  public boolean move(String seat, String wanted) { // here
    String guest = taken.get(seat);
    if (guest == null || !take(wanted, guest)) { // here
      return false;
    }
    taken.remove(seat);
    return true;
  }
}
