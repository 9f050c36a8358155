package app;

import io.lappet.annotation.*;

@Woven
abstract class Child extends Parent<String> {
  @Override<String, String>
  String describe() {
    return "child";
  }
}

abstract class Parent<T> {
  abstract String describe();

  @Daemon
  void serve() {}
}
