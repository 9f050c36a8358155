// LAP007
package building;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.TreeSet;

/** The guard is guarded by another lock than the method that waits for it. */
public abstract class Elevator {
  private final TreeSet<Integer> calls = new TreeSet<>();
  private int floor;

  @Synchronized(lock = "calls")
  boolean called() {
    return !calls.isEmpty();
  }

  @Synchronized(lock = "calls")
  public void call(int wanted) {
    calls.add(wanted);
  }

  @Synchronized(lock = "cabin")
  @WaitUntil("called") // here
  public int move() throws InterruptedException {
    floor = calls.pollFirst();
    return floor;
  }

  @Synchronized(lock = "cabin")
  public int floor() {
    return floor;
  }
}
