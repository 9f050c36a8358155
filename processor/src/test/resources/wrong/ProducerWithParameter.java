package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  String next(int number) { //! LAP020 //= String next() {
    return null;
  }

  @Consumer(from = "lines")
  void print(String line) {}
}
