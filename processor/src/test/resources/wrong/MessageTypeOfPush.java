package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract ChannelView<Number> numbers();

  @Producer(to = "numbers")
  void push(Sender<Integer> out) {} //! LAP005 //= void push(Sender<Number> out) {}

  @Consumer(from = "numbers")
  void take(Number number) {}
}
