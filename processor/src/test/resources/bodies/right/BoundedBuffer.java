package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Buffer<T> {
  private final ArrayDeque<T> items = new ArrayDeque<>();

  boolean notEmpty() {
    return !items.isEmpty();
  }

  boolean notFull() {
    return items.size() < 10;
  }

  @Synchronized
  @WaitUntil("notFull")
  void put(T item) throws InterruptedException {
    items.add(item);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  T take() throws InterruptedException {
    return items.remove();
  }

  static void move(Buffer<String> from, Buffer<String> to) throws InterruptedException {
    to.put(from.take());
  }
}
