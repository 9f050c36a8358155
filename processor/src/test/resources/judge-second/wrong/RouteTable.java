// LAP201
package net;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The consumers put under the read lock, which lets all of them in at once. */
public abstract class RouteTable {
  public record Route(String prefix, String gateway) {}

  private final Map<String, String> routes = new TreeMap<>(); // here

  public abstract Sender<Route> updates();

  @Consumer(from = "updates", concurrency = 2)
  @Synchronized(lock = "routes", read = true)
  void learn(Route route) { // here
    routes.put(route.prefix(), route.gateway()); // here
  }

  @Synchronized(lock = "routes", read = true)
  public Optional<String> gateway(String prefix) {
    return Optional.ofNullable(routes.get(prefix));
  }

  @Synchronized(lock = "routes")
  public void reset() {
    routes.clear();
  }
}
