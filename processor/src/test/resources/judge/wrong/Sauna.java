// LAP207
package sauna;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.concurrent.TimeUnit;

/** Sleeps in a try block between lock and unlock. */
@Woven
public abstract class Sauna {
  private int degrees = 20;

  abstract Mutex oven();

  public void heat(int wanted) throws InterruptedException { // here
    oven().lock(); // here
    try {
      while (degrees < wanted) {
        degrees += 10;
        TimeUnit.SECONDS.sleep(1); // here
      }
    } finally {
      oven().unlock();
    }
  }

  @Synchronized(lock = "oven")
  public int degrees() {
    return degrees;
  }
}
