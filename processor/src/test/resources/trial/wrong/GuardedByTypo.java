package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("bok") private int count; //! LAP209 //= @GuardedBy("book") private int count;

  @Synchronized(lock = "book")
  void add() {
    count++;
  }

  @Synchronized(lock = "book")
  void remove() {
    count--;
  }
}
