// LAP102
package web;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Two spellings of a lock are two locks. */
public abstract class Guestbook {
  private final List<String> entries = new ArrayList<>();

  @Synchronized(lock = "entries")
  public void sign(String name, String text) {
    entries.add(name + ": " + text);
  }

  @Synchronized(lock = "entries")
  public List<String> page(int from, int size) {
    return List.copyOf(entries.subList(from, Math.min(entries.size(), from + size)));
  }

  @Synchronized(lock = "entires") // here
  public void delete(int index) { // here
    entries.remove(index);
  }
}
