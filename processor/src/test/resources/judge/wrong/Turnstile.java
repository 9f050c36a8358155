// LAP106
package stadium;

import io.lappet.annotation.Synchronized;
import java.util.HashSet;
import java.util.Set;

/** Half moved from one kind of lock to the other. */
public abstract class Turnstile {
  private final Set<String> inside = new HashSet<>();
  private final int capacity;

  protected Turnstile(int capacity) {
    this.capacity = capacity;
  }

  @Synchronized // here
  public synchronized boolean enter(String ticket) { // here
    return inside.size() < capacity && inside.add(ticket);
  }

  @Synchronized
  public void leave(String ticket) {
    inside.remove(ticket);
  }

  @Synchronized
  public int count() {
    return inside.size();
  }
}
