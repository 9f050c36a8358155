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

  @Synchronized(lock = "book")
  void remove() {
    count--;
  }

  @Synchronized(lock = "orders") //= @Synchronized(lock = {"orders", "book"})
  int peek() {
    return count; //! LAP209
  }

  @Synchronized(lock = "orders")
  void order() {}
}
