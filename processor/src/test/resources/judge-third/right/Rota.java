package rota;

import io.lappet.annotation.Synchronized;
import java.util.Map;
import java.util.TreeMap;

/** Every way to the promised field leads through its lock: helpers, lambdas, a nested view. */
public abstract class Rota {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("shifts")
  private final Map<String, Integer> shifts = new TreeMap<>();

  @Synchronized(lock = "shifts")
  public void add(Iterable<String> names) {
    names.forEach(this::addOne);
  }

  private void addOne(String name) {
    shifts.merge(name, 1, Integer::sum);
  }

  @Synchronized(lock = "shifts", read = true)
  public String text() {
    StringBuilder text = new StringBuilder();
    shifts.keySet().forEach(name -> line(name, text));
    return text.toString();
  }

  private void line(String name, StringBuilder to) {
    to.append(name).append(' ').append(shifts.get(name));
  }
}
