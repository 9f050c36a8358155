package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;

abstract class Buffer {
  private final ArrayDeque<String> items = new ArrayDeque<>();

  boolean notEmpty() {
    return !items.isEmpty(); //! LAP210
  }

  //+ @Synchronized
  void offer(String item) {
    items.add(item);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  String take() throws InterruptedException {
    return items.remove();
  }
}
