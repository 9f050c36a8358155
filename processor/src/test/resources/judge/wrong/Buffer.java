// LAP222
package buffer;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** putAll() holds the lock, and each put() inside may have to wait for room. */
public abstract class Buffer<T> {
  private final Deque<T> items = new ArrayDeque<>();

  boolean isFull() {
    return items.size() == 8;
  }

  @Synchronized(lock = "items")
  @WaitUntil("!isFull")
  public void put(T item) throws InterruptedException {
    items.addLast(item);
  }

  @Synchronized(lock = "items") // here
  public void putAll(List<? extends T> more) throws InterruptedException { // here
    if (more.size() > 8) {
      throw new IllegalArgumentException("too many");
    }
    putEach(more); // here
  }

  private void putEach(List<? extends T> more) throws InterruptedException {
    for (T item : more) {
      put(item); // here
    }
  }

  @Synchronized(lock = "items")
  public T poll() {
    return items.pollFirst();
  }
}
