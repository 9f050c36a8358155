package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Bag {
  <T extends Comparable<T>> boolean fits(T item) { //= <T extends Number> boolean fits(T item) {
    return item != null;
  }

  @Synchronized
  @WaitUntil("fits") //! LAP007
  <T extends Number> void put(T item) {}
}
