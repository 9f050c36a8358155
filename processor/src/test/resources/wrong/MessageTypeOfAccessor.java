package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract ChannelView<String> orders();

  @Producer(to = "orders")
  Integer next() { //! LAP005 //= String next() {
    return null;
  }

  @Consumer(from = "orders")
  void bill(String order) {}
}
