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
    change(1);
  }

  @Synchronized(lock = "book")
  void remove() {
    change(-1);
  }

  //+ @Synchronized(lock = "book")
  void clear() {
    change(0);
  }

  private void change(int by) {
    count += by; //! LAP209
  }
}
