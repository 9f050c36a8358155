package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Sums {
  private int sum;

  @Async
  abstract Task<Void> addAsync(int n);

  @Synchronized(lock = "sum")
  void add(int n) {
    sum += n;
  }

  void addTwice(int n) {
    addAsync(n).join();
    add(n);
  }

  @Synchronized(lock = "sum")
  int sum() {
    return sum;
  }
}
