// LAP202
package listen;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells its listeners of a change while it holds its lock. */
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

  @Synchronized(lock = "values")
  public void set(String key, String value) {
    values.put(key, value);
    for (Listener listener : listeners) {
      listener.changed(key, value); // here
    }
  }

  @Synchronized(lock = "values")
  public String get(String key) {
    return values.get(key);
  }
}
