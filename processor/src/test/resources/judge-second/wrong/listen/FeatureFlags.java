package listen;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Asks the registry while it holds its own lock. */
public abstract class FeatureFlags implements Registry.Listener {
  private final Registry registry;
  private final Map<String, Boolean> flags = new HashMap<>();

  protected FeatureFlags(Registry registry) {
    this.registry = registry;
  }

  @Override
  @Synchronized(lock = "flags")
  public void changed(String key, String value) {
    flags.put(key, Boolean.valueOf(value));
  }

  @Synchronized(lock = "flags")
  public boolean isOn(String name) {
    return flags.computeIfAbsent(name, key -> Boolean.valueOf(registry.get(key))); // here
  }
}
