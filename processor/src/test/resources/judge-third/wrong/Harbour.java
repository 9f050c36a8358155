// LAP211
package harbour;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** The phase was to be changed somewhere, and never is. */
public abstract class Harbour {
  private enum Phase {
    LOADING,
    READY
  }

  private final Deque<String> ships = new ArrayDeque<>();
  private Phase phase = Phase.LOADING;

  boolean isReady() { // here
    return switch (phase) { // here
      case LOADING -> false;
      case READY -> true;
    };
  }

  @Synchronized
  public void arrive(String ship) {
    ships.add(ship);
  }

  @Synchronized
  @WaitUntil("isReady")
  public String depart() throws InterruptedException {
    return ships.removeFirst();
  }
}
