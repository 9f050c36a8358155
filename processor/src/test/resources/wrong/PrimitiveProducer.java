package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "numbers")
  int next() { //! LAP020 //= Integer next() {
    return 0;
  }

  @Consumer(from = "numbers")
  void print(int number) {}
}
