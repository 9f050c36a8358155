// LAP224
package stock;

import io.lappet.annotation.Synchronized;
import java.util.List;

/** Two depots that help each other out hold what the other one needs. */
public abstract class Depot {
  private final String town;
  private int boxes;

  protected Depot(String town, int boxes) {
    this.town = town;
    this.boxes = boxes;
  }

  @Synchronized(lock = "boxes")
  public int give(int wanted) {
    int given = Math.min(wanted, boxes);
    boxes -= given;
    return given;
  }

  @Synchronized(lock = "boxes")
  public void ship(int wanted, List<Depot> neighbours) { // here
    if (boxes >= wanted) {
      boxes -= wanted;
      return;
    }
    boxes += borrow(wanted - boxes, neighbours); // here
    System.out.println(town + " borrowed");
  }

  private int borrow(int missing, List<Depot> neighbours) {
    return neighbours.stream().mapToInt(other -> other.give(missing)).sum(); // here
  }
}
