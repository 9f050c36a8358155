package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Numbers {
  private int next;
  private int taken;

  @Producer(to = "numbers")
  Integer next() {
    return next++;
  }

  @Consumer(from = "numbers")
  void take(int number) {
    taken += number;
  }
}
