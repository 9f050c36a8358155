package sessions;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Equal keys one at a time: by the consumer, or by a lock for each of them. */
public abstract class Sessions {
  sealed interface Event permits Opened, Closed {
    String user();
  }

  record Opened(String user) implements Event {}

  record Closed(String user) implements Event {}

  private final ConcurrentMap<String, Map<String, Integer>> open = new ConcurrentHashMap<>();

  abstract Sender<Event> events();

  @Consumer(from = "events", concurrency = 4, key = "user")
  void handle(Event event) {
    if (event instanceof Opened opened) {
      count(opened.user(), 1);
    } else if (event instanceof Closed closed && open.containsKey(closed.user())) {
      count(closed.user(), -1);
    }
  }

  @Synchronized(lock = "user", key = "user")
  void count(String user, int by) {
    open.computeIfAbsent(user, name -> new HashMap<>()).merge("open", by, Integer::sum);
  }

  @Synchronized(lock = "user", key = "user")
  public int open(String user) {
    return open.getOrDefault(user, Map.of()).getOrDefault("open", 0);
  }
}
