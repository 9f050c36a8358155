package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("book")
  private int count;

  @GuardedBy("this")
  private int other;

  Book() {
    count = 10;
    other = count;
  }

  @Synchronized(lock = "book")
  void add() {
    change(1);
  }

  @Synchronized(lock = "book", read = true)
  int peek() {
    return count;
  }

  private void change(int by) {
    count += by;
  }

  synchronized int other() {
    return other;
  }
}
