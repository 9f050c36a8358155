// LAP015
package stock;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shelf is an inner class, because it wants to see the warehouse. */
public class Warehouse {
  private final Map<String, Shelf> shelves = new HashMap<>();
  private final int depth;

  public Warehouse(int depth) {
    this.depth = depth;
  }

  public abstract class Shelf { // here
    private final List<String> boxes = new ArrayList<>();

    @Synchronized
    public boolean put(String box) {
      return boxes.size() < depth && boxes.add(box);
    }

    @Synchronized
    public String take() {
      return boxes.isEmpty() ? null : boxes.remove(boxes.size() - 1);
    }
  }

  public Shelf shelf(String name) {
    return shelves.get(name);
  }
}
