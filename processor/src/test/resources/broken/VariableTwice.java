package app;

import io.lappet.annotation.*;

/** To ECJ the names after an annotation are the type variables of the method. */
abstract class Tally {
  private int seen;

  @Synchronized<String, String>
  void count() {
    seen++;
  }
}

abstract class Pair<A, A> {
  @Synchronized
  void swap() {}
}
