package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Buffer {
  private final ArrayDeque<Integer> items = new ArrayDeque<>();

  boolean notEmpty() {
    return !items.isEmpty();
  }

  @Synchronized
  @WaitUntil("notEmpty")
  int take() throws InterruptedException {
    return items.removeFirst();
  }

  @Synchronized
  void put(int item) {
    items.add(item);
  }

  @Synchronized //= // Each one waits by itself.
  int takeTwo() throws InterruptedException {
    return take() + take(); //! LAP222
  }
}
