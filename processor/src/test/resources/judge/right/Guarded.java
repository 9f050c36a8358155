// @GuardedBy that is kept: helpers, run-now lambdas, read locks, the constructor, locks by hand
package guarded;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

@Woven
public abstract class Guarded {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("names")
  private final TreeMap<String, Integer> names = new TreeMap<>();

  @GuardedBy("log")
  private final List<String> log = new ArrayList<>();

  protected Guarded(List<String> first) {
    for (String name : first) {
      names.put(name, 0);
    }
    log.add("begun");
  }

  abstract Mutex log();

  @Synchronized(lock = "names", read = true)
  public int of(String name) {
    return names.getOrDefault(name, -1);
  }

  @Synchronized(lock = "names", read = true)
  public String longest() {
    return names.keySet().stream().filter(name -> names.get(name) > 0).findFirst().orElse("");
  }

  @Synchronized(lock = "names")
  public void put(String name, int value) {
    insert(name, value);
    write("put " + name);
  }

  private void insert(String name, int value) {
    names.merge(name, value, (left, right) -> left + right + names.size());
  }

  private void write(String line) {
    log().lock();
    try {
      log.add(line);
      if (log.size() > 1000) {
        log.remove(0);
      }
    } finally {
      log().unlock();
    }
  }

  @Synchronized(lock = "log")
  public List<String> lines() {
    return List.copyOf(log);
  }
}
