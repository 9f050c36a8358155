// LAP224
package cell;

import io.lappet.annotation.Synchronized;
import java.util.HashSet;
import java.util.Set;

/** Neighbours that tell each other, each with its own lock in its hand. */
public abstract class Cell {
  private final Set<Cell> neighbours = new HashSet<>();
  private int state;

  @Synchronized(lock = "state")
  public int state() {
    return state;
  }

  @Synchronized(lock = "state")
  public void connect(Cell other) {
    neighbours.add(other);
  }

  @Synchronized(lock = "state") // here
  public void step() { // here
    int alive = neighbours.stream().mapToInt(Cell::state).sum(); // here
    state = alive == 3 || (alive == 2 && state == 1) ? 1 : 0;
  }
}
