package plugins;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.TreeMap;

/** Tells its listener while it holds the names. */
@Woven(uses = Registry.class)
public abstract class Directory {
  private final TreeMap<String, Object> byName = new TreeMap<>();
  private final Listener<String> listener;

  protected Directory(Listener<String> listener) {
    this.listener = listener;
  }

  @Synchronized(lock = "names") // here
  public void register(String name, Object plugin) { // here
    byName.put(name, plugin);
    listener.changed(name); // here
  }

  @Synchronized(lock = "names") // here
  public Object find(String name) { // here
    return byName.get(name);
  }
}
