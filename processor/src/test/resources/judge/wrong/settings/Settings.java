// LAP225
package settings;

import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.TreeMap;

/** The base class writes. */
public abstract class Settings {
  private final Map<String, String> values = new TreeMap<>();

  @Synchronized(lock = "values")
  public void set(String key, String value) {
    values.put(key, value);
  }

  @Synchronized(lock = "values", read = true)
  public String get(String key) {
    return values.get(key);
  }
}
