package app;

import io.lappet.annotation.*;

abstract class Base<T> {
  abstract T value(T of);
}

abstract class Derived extends Base<String> {
  @Override
  @Synchronized
  Object value(String of) {
    return of;
  }
}
