// LAP102
package board;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.TreeMap;

/** "price" and "prices" are two locks. */
public abstract class PriceBoard {
  private final TreeMap<String, Long> byName = new TreeMap<>();
  private final StringBuilder shown = new StringBuilder();

  @Synchronized(lock = "prices")
  public void set(String name, long cents) {
    byName.put(name, cents);
  }

  @Synchronized(lock = "prices")
  public void remove(String name) {
    byName.remove(name);
  }

  @Synchronized(lock = "price") // here
  public String print() {
    StringBuilder text = new StringBuilder();
    byName.forEach((name, cents) -> text.append(name).append(' ').append(cents).append('\n'));
    return text.toString();
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "prices")
  void refresh() {
    shown.setLength(0);
    byName.keySet().forEach(shown::append);
  }
}
