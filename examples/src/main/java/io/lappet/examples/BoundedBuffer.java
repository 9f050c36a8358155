package io.lappet.examples;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.List;

/** Threads that put wait for room, threads that take wait for items, and nobody signals. */
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

  boolean has(int count) {
    return items.size() >= count;
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
  @WaitUntil(value = "notEmpty", timeout = "50ms") // then WaitTimeoutException
  public T takeSoon() {
    return items.removeFirst();
  }

  @Synchronized
  @WaitUntil("has") // a guard may read the arguments
  public List<T> takeMany(int count) throws InterruptedException {
    List<T> taken = items.stream().limit(count).toList();
    taken.forEach(item -> items.removeFirst());
    return taken;
  }
}
