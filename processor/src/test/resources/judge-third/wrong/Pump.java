// LAP220
package pump;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.concurrent.atomic.AtomicInteger;

/** The guard counts how often it is asked. */
public abstract class Pump {
  private final AtomicInteger asked = new AtomicInteger();
  private int litres;

  boolean hasWater() {
    return litres > 0 && asked.incrementAndGet() < 1000; // here
  }

  @Synchronized
  public void fill(int more) {
    litres += more;
  }

  @Synchronized
  @WaitUntil("hasWater")
  public void draw() throws InterruptedException {
    litres--;
  }
}
