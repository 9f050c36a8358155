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

  @Synchronized(lock = "sum")
  int sum() {
    return sum;
  }

  @Synchronized(lock = "sum") //=
  void addTwice(int n) {
    Task<Void> task = addAsync(n);
    task.join(); //! LAP206
  }
}
