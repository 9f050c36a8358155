package io.lappet.examples.testing;

import io.lappet.annotation.Synchronized;

abstract class Stock {
  private int pieces;

  Stock(int pieces) {
    this.pieces = pieces;
  }

  @Synchronized
  int pieces() {
    return pieces;
  }

  @Synchronized
  void remove() {
    pieces--;
  }

  /** Takes one piece; says whether there was one. */
  @Synchronized
  boolean take() {
    if (pieces() == 0) {
      return false;
    }
    remove();
    return true;
  }
}
