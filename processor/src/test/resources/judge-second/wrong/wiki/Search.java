// LAP202
package wiki;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.TreeMap;

/** Asks the pages for their text while it holds its index. */
@Woven(uses = Locks.class)
public abstract class Search {
  private final TreeMap<String, Double> weights = new TreeMap<>();
  private Pages pages;

  void pages(Pages pages) {
    this.pages = pages;
  }

  @Synchronized(lock = "search")
  public void weigh(String page, double weight) {
    weights.put(page, weight);
  }

  @Synchronized(lock = "search")
  public String best() {
    String name = weights.isEmpty() ? "" : weights.firstKey();
    return snippet(name); // here
  }

  private String snippet(String name) {
    String text = pages.read(name); // here
    return text.length() > 80 ? text.substring(0, 80) : text;
  }
}
