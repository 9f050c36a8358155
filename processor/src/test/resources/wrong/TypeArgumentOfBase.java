package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  @Woven
  abstract static class Base<T> {
    abstract Sender<T> in();

    @Consumer(from = "in", to = "out")
    T take(T message) {
      return message;
    }

    @Consumer(from = "out")
    void print(Object message) {}
  }

  abstract static class Derived extends Base<String> {
    @Producer(to = "in")
    Integer next() { //! LAP005 //= String next() {
      return null;
    }
  }

  @Woven
  abstract static class Other extends Base<String> {}
}
