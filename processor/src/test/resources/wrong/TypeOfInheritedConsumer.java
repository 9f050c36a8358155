package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  @Woven
  abstract static class Base<T> {
    abstract Channel<T> in();

    @Consumer(from = "in")
    void take(T message) {}
  }

  interface Narrow {
    Channel<Integer> in();
  }

  abstract static class Middle<T> {
    abstract Sender<Integer> in();

    abstract void other();

    @Consumer(from = "in")
    void take(T message) {}
  }

  @Woven
  abstract static class Derived extends Middle<String> { //! LAP005 //= abstract static class Derived extends Middle<Integer> {
    @Override
    void other() {}
  }
}
