// LAP209
package roster;

import io.lappet.annotation.Synchronized;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A promise that a method without the lock does not keep, through a method reference. */
public abstract class Roster {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("shifts")
  private final Map<String, Integer> shifts = new TreeMap<>(Comparator.reverseOrder());

  @Synchronized(lock = "shifts")
  public void add(String name) {
    shifts.merge(name, 1, Integer::sum);
  }

  @Synchronized(lock = "shifts")
  public int of(String name) {
    return shifts.getOrDefault(name, 0);
  }

  public void print(Iterable<String> names) {
    names.forEach(this::line); // here
  }

  private void line(String name) {
    System.out.println(name + " " + shifts.get(name)); // here
  }
}
