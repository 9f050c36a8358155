package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;

abstract class Buffer {
  private final ArrayDeque<String> items = new ArrayDeque<>();
  private final int capacity;

  Buffer(int capacity) {
    this.capacity = capacity;
    items.add("first");
  }

  boolean notEmpty() {
    return !items.isEmpty();
  }

  boolean notFull() {
    return items.size() < capacity;
  }

  @Synchronized
  @WaitUntil("notFull")
  void put(String item) throws InterruptedException {
    items.addLast(item);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  String take() throws InterruptedException {
    return items.removeFirst();
  }
}
