// LAP206
package library;

import io.lappet.Gate;
import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.TreeSet;

/** Waits two calls deep for a gate that only the holder of the lock opens. */
public abstract class Catalogue {
  private final TreeSet<String> titles = new TreeSet<>();

  abstract Gate loaded();

  @Synchronized(lock = "titles")
  public boolean has(String title) throws InterruptedException { // here
    ensureLoaded(); // here
    return titles.contains(title);
  }

  private void ensureLoaded() throws InterruptedException {
    if (titles.isEmpty()) {
      loaded().await(); // here
    }
  }

  @Synchronized(lock = "titles")
  public void load(List<String> all) { // here
    titles.addAll(all);
    loaded().open(); // here
  }
}
