// LAP210
package taxi;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** A driver becomes free without the lock of the stand. */
public abstract class Stand {
  private final List<Taxi> taxis = new ArrayList<>();

  boolean anyFree() { // here
    for (Taxi taxi : taxis) {
      if (taxi.isFree()) { // here
        return true;
      }
    }
    return false;
  }

  @Synchronized
  public void join(Taxi taxi) {
    taxis.add(taxi);
  }

  @Synchronized
  @WaitUntil("anyFree") // here
  public Taxi call() throws InterruptedException { // here
    for (Taxi taxi : taxis) {
      if (taxi.isFree()) {
        taxi.setFree(false);
        return taxi;
      }
    }
    throw new IllegalStateException("nobody is free");
  }
}
