package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

class Box<N extends Number> {}

abstract class Hub {
  abstract Channel<Box<String>> boxes();

  @Consumer(from = "boxes")
  void take(Box<String> box) {}
}

abstract class Shelf {
  @Synchronized
  void put(List<? extends Box<int[]>> boxes) {}

  @Synchronized
  <T extends Box<T>> void swap(T one, T other) {}
}

abstract class Store<T extends Enum<String>> {
  @Synchronized
  void put(T thing) {}
}

abstract class Of<T> {
  @Synchronized
  T same(T thing) {
    return thing;
  }
}

abstract class Wrong extends Of<Box<String>> {
  @Synchronized
  void put() {}
}
