// LAP222
package pool;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes several, and waits for the second one with the lock in its hand. */
public abstract class Pool<T> {
  private final Deque<T> idle = new ArrayDeque<>();

  protected Pool(List<T> all) {
    idle.addAll(all);
  }

  boolean hasIdle() {
    return !idle.isEmpty();
  }

  @Synchronized
  @WaitUntil("hasIdle")
  public T take() throws InterruptedException {
    return idle.removeFirst();
  }

  @Synchronized // here
  public List<T> takeAll(int count) throws InterruptedException { // here
    List<T> taken = new ArrayList<>();
    while (taken.size() < count) {
      taken.add(take()); // here
    }
    return taken;
  }

  @Synchronized
  public void giveBack(T item) {
    idle.addLast(item);
  }
}
