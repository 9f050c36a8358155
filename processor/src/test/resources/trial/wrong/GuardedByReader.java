package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("book")
  private int count;

  @Synchronized(lock = "book")
  void add() {
    count++;
  }

  @Synchronized(lock = "book", read = true)
  int next() {
    return count++; //! LAP209 //= return count;
  }
}
