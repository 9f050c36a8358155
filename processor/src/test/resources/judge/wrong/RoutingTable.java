// LAP209
package routes;

import io.lappet.annotation.Synchronized;
import java.util.TreeMap;

/** A read lock lets others read beside, so it is not enough to remove. */
public abstract class RoutingTable {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("routes")
  private final TreeMap<String, String> routes = new TreeMap<>();

  @Synchronized(lock = "routes", read = true)
  public String next(String prefix) {
    String hop = routes.get(prefix);
    if (hop != null && hop.isEmpty()) {
      routes.remove(prefix); // here
      return null;
    }
    return hop;
  }

  @Synchronized(lock = "routes")
  public void route(String prefix, String hop) {
    routes.put(prefix, hop);
  }
}
