// guards that read what only its lock changes, with a parameter and negated
package queue;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

public abstract class Queue<T> {
  private final Deque<T> items = new ArrayDeque<>();
  private final int capacity;
  private boolean closed;

  protected Queue(int capacity) {
    this.capacity = capacity;
  }

  boolean isFull() {
    return items.size() >= capacity && !closed;
  }

  boolean hasOrClosed() {
    return closed || !isEmpty();
  }

  private boolean isEmpty() {
    return items.isEmpty();
  }

  boolean has(int count) {
    return items.size() >= count;
  }

  @Synchronized
  @WaitUntil("!isFull")
  public void put(T item) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    items.addLast(item);
  }

  @Synchronized
  @WaitUntil("hasOrClosed")
  public T take() throws InterruptedException {
    return isEmpty() ? null : items.removeFirst();
  }

  @Synchronized
  @WaitUntil(value = "has", timeout = "2s")
  public boolean await(int count) {
    return true;
  }

  @Synchronized
  public void close() {
    closed = true;
  }

  @Synchronized
  public void addAll(List<T> more) {
    more.forEach(items::addLast);
  }
}
