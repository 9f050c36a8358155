package wiki;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.Map;
import java.util.TreeMap;

/** Asks the pages only after it has left its own lock. */
@Woven(uses = Locks.class)
public abstract class Links {
  private final Map<String, Integer> sizes = new TreeMap<>();
  private Pages pages;

  void pages(Pages pages) {
    this.pages = pages;
  }

  @Synchronized(lock = "links")
  public void update(String page, int size) {
    sizes.put(page, size);
  }

  @Synchronized(lock = "links")
  String largest() {
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  public String front() {
    String name = largest();
    return pages.read(name);
  }
}
