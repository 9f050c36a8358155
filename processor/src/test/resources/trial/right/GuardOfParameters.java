package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;

abstract class Buffer {
  private final ArrayDeque<String> items = new ArrayDeque<>();

  boolean atLeast(int n) {
    return items.size() >= n;
  }

  @Synchronized
  void put(String item) {
    items.add(item);
  }

  @Synchronized
  @WaitUntil("atLeast")
  void take(int n) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      items.remove();
    }
  }
}
