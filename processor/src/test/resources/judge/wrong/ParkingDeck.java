// LAP007
package parking;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.HashSet;
import java.util.Set;

/** A deck with a fixed number of lots; who waits for one is not under its lock. */
public abstract class ParkingDeck {
  private final int lots;
  private final Set<String> parked = new HashSet<>();

  protected ParkingDeck(int lots) {
    this.lots = lots;
  }

  boolean hasRoom() {
    return parked.size() < lots;
  }

  @WaitUntil("hasRoom") // here
  public void enter(String plate) throws InterruptedException { // here
    parked.add(plate);
  }

  @Synchronized
  public boolean leave(String plate) {
    return parked.remove(plate);
  }

  @Synchronized
  public int free() {
    return lots - parked.size();
  }
}
