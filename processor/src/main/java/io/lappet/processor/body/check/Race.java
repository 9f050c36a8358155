package io.lappet.processor.body.check;

import java.util.List;

/** That a thread writes a field which another one uses at once, or the same method on another thread. */
record Race(Touching write, Touching other) {
  List<Touching> both() {
    return List.of(write, other);
  }

  boolean isWithOutside() {
    return both().stream().anyMatch(it -> it.root().isOutside());
  }

  /** The thread of the two that is declared. */
  String declared() {
    return (write.root().isOutside() ? other : write).root().label();
  }
}
