// LAP202
package stock;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** One lock by annotation, the other one by hand, in both orders. */
public abstract class Warehouses {
  private final Map<String, Integer> shelves = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();

  abstract Mutex shelf();

  abstract Mutex book();

  @Synchronized(lock = "shelf")
  public boolean reserve(String item, int count) {
    if (shelves.getOrDefault(item, 0) < count) {
      return false;
    }
    book().lock(); // here
    try {
      orders.merge(item, count, Integer::sum);
    } finally {
      book().unlock();
    }
    return true;
  }

  public void cancel(String item) {
    book().lock();
    try {
      Integer count = orders.remove(item);
      if (count != null) {
        putBack(item, count); // here
      }
    } finally {
      book().unlock();
    }
  }

  @Synchronized(lock = "shelf")
  void putBack(String item, int count) {
    shelves.merge(item, count, Integer::sum);
  }
}
