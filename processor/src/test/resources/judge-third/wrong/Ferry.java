// LAP210
package ferry;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** The guard asks how many seats are free, which nobody tells the lock. */
public abstract class Ferry {
  private int trips;

  @Limit(permits = 40)
  abstract Permits seats();

  boolean isFull() {
    return seats().available() == 0; // here
  }

  @Limit("seats")
  void ride(Runnable trip) throws InterruptedException {
    trip.run();
  }

  @Synchronized(lock = "trips")
  @WaitUntil("isFull")
  void leave() throws InterruptedException {
    trips++;
  }

  @Synchronized(lock = "trips")
  int trips() {
    return trips;
  }
}
