package plugins;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashSet;
import java.util.Set;

/** The only listener: it takes the state, and elsewhere asks for names while it holds it. */
@Woven(uses = Registry.class)
public abstract class Starter implements Listener<String> {
  private final Set<String> running = new HashSet<>();

  @Override
  @Synchronized(lock = "state") // here
  public void changed(String name) { // here
    running.remove(name);
  }

  @Synchronized(lock = "state") // here
  public boolean start(Directory directory, String name) { // here
    Object plugin = directory.find(name); // here
    return plugin != null && running.add(name);
  }
}
