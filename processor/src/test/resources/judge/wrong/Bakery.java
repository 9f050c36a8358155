// LAP103
package bakery;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** A baker takes an oven and then waits for dough, which needs an oven too. */
public abstract class Bakery {
  private final Deque<String> dough = new ArrayDeque<>();

  @Limit(permits = 3)
  abstract Permits ovens();

  boolean hasDough() {
    return !dough.isEmpty();
  }

  @Limit("ovens") // here
  @Synchronized
  @WaitUntil("hasDough") // here
  public String bake() throws InterruptedException { // here
    return dough.removeFirst() + " bread";
  }

  @Limit("ovens")
  @Synchronized
  public void proof(String kind) throws InterruptedException {
    dough.addLast(kind);
  }
}
