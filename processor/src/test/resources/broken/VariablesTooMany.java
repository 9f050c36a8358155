package app;

import io.lappet.annotation.*;

@Woven
abstract class Child extends Parent {
  @Override
  <T> String describe() {
    return "child";
  }
}

abstract class Parent {
  abstract String describe();

  @Daemon
  void serve() {}
}
