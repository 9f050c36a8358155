// LAP206
package harbour;

import io.lappet.Gate;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** The ship waits for the lock gate with the book in its hand, which the keeper needs first. */
@Woven
public abstract class Harbour {
  private final List<String> book = new ArrayList<>();
  private int water;

  abstract Gate lockGate();

  @Synchronized(lock = "book") // here
  public void arrive(String ship) throws InterruptedException { // here
    book.add(ship + " waits");
    pass(ship); // here
  }

  private void pass(String ship) throws InterruptedException {
    lockGate().await(); // here
    book.add(ship + " is in");
  }

  @Synchronized(lock = "book")
  public void fill(int metres) {
    water += metres;
    if (water >= 10) {
      book.add("full");
      lockGate().open(); // here
    }
  }
}
