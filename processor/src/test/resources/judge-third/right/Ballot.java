package ballot;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads, gives the read lock back, and writes then; who writes may read. */
public abstract class Ballot {
  private final Map<String, Integer> votes = new HashMap<>();

  public int sum(List<String> names) {
    names.stream().filter(name -> !isKnown(name)).forEach(this::add);
    return names.stream().mapToInt(this::of).sum();
  }

  @Synchronized(lock = "votes", read = true)
  boolean isKnown(String name) {
    return votes.containsKey(name);
  }

  @Synchronized(lock = "votes", read = true)
  int of(String name) {
    return isKnown(name) ? votes.get(name) : 0;
  }

  @Synchronized(lock = "votes")
  public void add(String name) {
    if (of(name) < 1000) {
      votes.merge(name, 1, Integer::sum);
    }
  }
}
