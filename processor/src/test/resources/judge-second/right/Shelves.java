package stock;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Two locks by hand and by annotation, never two at a time in the other order. */
public abstract class Shelves {
  private final Map<String, Integer> shelves = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();

  abstract Mutex shelf();

  abstract Mutex book();

  @Synchronized(lock = "shelf")
  public boolean reserve(String item, int count) {
    if (shelves.getOrDefault(item, 0) < count) {
      return false;
    }
    book().lock();
    try {
      orders.merge(item, count, Integer::sum);
    } finally {
      book().unlock();
    }
    return true;
  }

  public void cancel(String item) {
    Integer count;
    book().lock();
    try {
      count = orders.remove(item);
    } finally {
      book().unlock();
    }
    if (count != null) {
      putBack(item, count);
    }
  }

  @Synchronized(lock = "shelf")
  void putBack(String item, int count) {
    shelves.merge(item, count, Integer::sum);
  }
}
