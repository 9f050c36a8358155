package settings;

import io.lappet.annotation.Synchronized;
import java.util.Map;

/** The subclass reads, and writes what was not there. */
public abstract class Defaults extends Settings {
  private final Map<String, String> defaults;

  protected Defaults(Map<String, String> defaults) {
    this.defaults = Map.copyOf(defaults);
  }

  @Synchronized(lock = "values", read = true) // here
  public String getOrSet(String key) { // here
    String value = get(key);
    if (value == null) {
      value = defaults.getOrDefault(key, "");
      set(key, value); // here
    }
    return value;
  }
}
