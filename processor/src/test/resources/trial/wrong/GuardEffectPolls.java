package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;

abstract class Buffer {
  private final ArrayDeque<String> items = new ArrayDeque<>();

  boolean hasNext() {
    return items.poll() != null; //! LAP220 //= return items.peek() != null;
  }

  @Synchronized
  void put(String item) {
    items.add(item);
  }

  @Synchronized
  @WaitUntil("hasNext")
  String take() throws InterruptedException {
    return items.peek();
  }
}
