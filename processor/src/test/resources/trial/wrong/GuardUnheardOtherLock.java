package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;

abstract class Buffer {
  private final ArrayDeque<String> items = new ArrayDeque<>();

  boolean notEmpty() {
    return !items.isEmpty(); //! LAP210
  }

  @Synchronized(lock = "tail") //= @Synchronized(lock = "head")
  void put(String item) {
    items.add(item);
  }

  @Synchronized(lock = "tail") //= @Synchronized(lock = "head")
  void putFirst(String item) {
    items.addFirst(item);
  }

  @Synchronized(lock = "head")
  @WaitUntil("notEmpty")
  String take() throws InterruptedException {
    return items.remove();
  }

  @Synchronized(lock = "head")
  int size() {
    return items.size();
  }
}
