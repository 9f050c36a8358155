// LAP225
package votes;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads, and writes what is missing, in a lambda that runs under the read lock. */
public abstract class Votes {
  private final Map<String, Integer> votes = new HashMap<>();

  @Synchronized(lock = "votes", read = true)
  public int sum(List<String> names) { // here
    return names.stream().filter(this::isKnown).mapToInt(votes::get).sum(); // here
  }

  private boolean isKnown(String name) {
    if (!votes.containsKey(name)) {
      add(name); // here
    }
    return votes.containsKey(name);
  }

  @Synchronized(lock = "votes")
  public void add(String name) {
    votes.merge(name, 1, Integer::sum);
  }
}
