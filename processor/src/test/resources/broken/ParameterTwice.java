package app;

import io.lappet.annotation.*;

abstract class Shelf {
  @Synchronized
  void put(int place, int place) {}
}

abstract class Open {
  @SafeVarargs
  Open(java.util.List<String> one) {}

  @Synchronized
  void put() {}
}
