package app;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.List;

/** Guards: without parameters, with those of the method, and negated. Free of a fabric. */
public abstract class BoundedBuffer<T> {
  private final ArrayDeque<T> items = new ArrayDeque<>();
  private final int capacity;

  protected BoundedBuffer(int capacity) {
    this.capacity = capacity;
  }

  boolean isFull() {
    return items.size() == capacity;
  }

  boolean notEmpty() {
    return !items.isEmpty();
  }

  boolean atLeast(int n, List<? super T> into) {
    return items.size() >= n;
  }

  @Synchronized
  @WaitUntil("!isFull")
  public void put(T item) throws InterruptedException {
    items.addLast(item);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  public T take() throws InterruptedException {
    return items.removeFirst();
  }

  @Synchronized
  @WaitUntil(value = "notEmpty", timeout = "50ms")
  public T takeSoon() {
    return items.removeFirst();
  }

  @Synchronized(timeout = "1s")
  @WaitUntil(value = "notEmpty", timeout = "50ms")
  public T takeIfQuiet() {
    return items.removeFirst();
  }

  @Synchronized(timeout = "1s")
  @WaitUntil("notEmpty")
  public T takePatiently() {
    return items.removeFirst();
  }

  @Synchronized
  @WaitUntil("atLeast")
  public void takeMany(int n, List<? super T> into) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      into.add(items.removeFirst());
    }
  }
}
