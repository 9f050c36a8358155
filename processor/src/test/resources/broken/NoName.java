package app;

import io.lappet.annotation.*;

abstract class var<T extends Comparable<T>> {
  @Synchronized
  void eat(T bread) {}
}
