package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("book")
  private int count;

  abstract Fabric fabric();

  @Synchronized(lock = "book")
  void add() {
    fabric().submit("add", () -> count++); //! LAP209 //= count++;
  }

  @Synchronized(lock = "book")
  void remove() {
    count--;
  }
}
