// LAP210
package wine;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** Deliveries come in under another lock than the one of those who wait for them. */
public abstract class Cellar {
  private final List<String> bottles = new ArrayList<>(); // here
  private int delivered;

  abstract Sender<String> deliveries();

  boolean stocked() { // here
    return count() >= 6; // here
  }

  private int count() {
    return bottles.size(); // here
  }

  @Synchronized(lock = "cellar")
  @WaitUntil("stocked") // here
  public List<String> takeSix() throws InterruptedException { // here
    List<String> six = new ArrayList<>(bottles.subList(0, 6));
    bottles.subList(0, 6).clear();
    return six;
  }

  @Synchronized(lock = "cellar")
  public boolean isEmpty() {
    return bottles.isEmpty();
  }

  @Consumer(from = "deliveries")
  @Synchronized(lock = "door")
  void store(String bottle) { // here
    bottles.add(bottle); // here
    delivered++;
  }

  @Synchronized(lock = "door")
  public int delivered() {
    return delivered;
  }
}
