// LAP210
package factory;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** Nobody who waits at a belt that stands hears that it runs again. */
public abstract class Conveyor {
  private final Deque<String> belt = new ArrayDeque<>();
  private boolean running = true; // here

  boolean canTake() { // here
    return running && !belt.isEmpty(); // here
  }

  @Synchronized(lock = "belt")
  public void put(String part) {
    belt.addLast(part);
  }

  @Synchronized(lock = "belt")
  @WaitUntil("canTake") // here
  public String take() throws InterruptedException { // here
    return belt.removeFirst();
  }

  public void halt() { // here
    running = false; // here
  }

  public void go() { // here
    running = true; // here
  }
}
