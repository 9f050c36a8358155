// LAP206
package doors;

import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.List;
import java.util.function.Consumer;

/** The gate is opened under the lock that the waiter holds. */
@Woven
public abstract class Doors {
  private int inside;

  abstract Gate front();

  abstract Mutex hall();

  public void enter() throws InterruptedException { // here
    hall().lock(); // here
    try {
      front().await(); // here
      inside++;
    } finally {
      hall().unlock();
    }
  }

  @Synchronized(lock = "hall")
  public void unlockAll(List<String> keys) {
    Consumer<String> unlock = key -> System.out.println(key + " fits, " + inside + " inside");
    keys.forEach(unlock);
    front().open(); // here
  }
}
