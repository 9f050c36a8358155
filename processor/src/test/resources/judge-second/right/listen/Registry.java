package listen;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies its listeners under the lock, and tells them without it. */
public abstract class Registry {
  /** Who wants to know. */
  public interface Listener {
    void changed(String key, String value);
  }

  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  @Synchronized(lock = "values")
  public void add(Listener listener) {
    listeners.add(listener);
  }

  public void set(String key, String value) {
    for (Listener listener : change(key, value)) {
      listener.changed(key, value);
    }
  }

  @Synchronized(lock = "values")
  List<Listener> change(String key, String value) {
    values.put(key, value);
    return List.copyOf(listeners);
  }

  @Synchronized(lock = "values")
  public String get(String key) {
    return values.get(key);
  }
}
