package kitchen;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where plates stand. */
public abstract class Counter {
  private final Deque<String> plates = new ArrayDeque<>();

  boolean hasPlate() {
    return !plates.isEmpty();
  }

  @Synchronized
  @WaitUntil("hasPlate")
  public String take() throws InterruptedException {
    return plates.removeFirst();
  }

  @Synchronized
  public void put(String plate) {
    plates.addLast(plate);
  }
}
