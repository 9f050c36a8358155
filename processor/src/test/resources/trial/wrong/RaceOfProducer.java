package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Numbers {
  private int next;

  @Producer(to = "numbers", concurrency = 2) //= @Producer(to = "numbers")
  Integer next() {
    return next++; //! LAP201
  }

  @Consumer(from = "numbers")
  void print(int number) {
    System.out.println(number);
  }
}
