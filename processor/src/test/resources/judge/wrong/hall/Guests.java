// LAP202
package hall;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A base class with two locks, in one order. */
public abstract class Guests {
  protected final List<String> names = new ArrayList<>();
  protected int seats = 10;

  @Synchronized(lock = "names") // here
  public void add(String name) { // here
    names.add(name);
    takeSeat(); // here
  }

  @Synchronized(lock = "seats") // here
  protected void takeSeat() { // here
    seats--;
  }

  @Synchronized(lock = "seats")
  public boolean isFull() {
    return seats == 0;
  }

  @Synchronized(lock = "names") // here
  public int count() { // here
    return names.size();
  }
}
