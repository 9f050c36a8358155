package app;

import io.lappet.annotation.*;

abstract class Shelf {
  @Synchronized
  <T extends int> void put(T thing) {}
}

abstract class Box<T extends int> {
  @Synchronized
  void put(T thing) {}
}
