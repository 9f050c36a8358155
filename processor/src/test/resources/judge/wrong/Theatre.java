// LAP202
package theatre;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One order by annotation, the other by hand with lock() and unlock(). */
@Woven
public abstract class Theatre {
  private final Set<Integer> sold = new HashSet<>();
  private final Map<String, Long> till = new HashMap<>();

  abstract Mutex seats(); // here

  abstract Mutex cash(); // here

  @Synchronized(lock = "seats") // here
  public boolean sell(int seat, String clerk, long cents) { // here
    if (!sold.add(seat)) {
      return false;
    }
    cash().lock(); // here
    try {
      till.merge(clerk, cents, Long::sum);
    } finally {
      cash().unlock();
    }
    return true;
  }

  public void refund(int seat, String clerk, long cents) { // here
    cash().lock(); // here
    try {
      till.merge(clerk, -cents, Long::sum);
      release(seat); // here
    } finally {
      cash().unlock();
    }
  }

  @Synchronized(lock = "seats") // here
  void release(int seat) { // here
    sold.remove(seat);
  }
}
