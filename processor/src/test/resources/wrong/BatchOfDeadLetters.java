package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Pipeline {
  @Producer(to = "orders")
  Integer next() {
    return null;
  }

  @Consumer(from = "orders")
  @OnError(deadLetter = "dead")
  void bill(Integer amount) {}

  @Consumer(from = "dead", batch = 10)
  void bury(List<Integer> letters) {} //! LAP005 //= void bury(List<DeadLetter<Integer>> letters) {}
}
