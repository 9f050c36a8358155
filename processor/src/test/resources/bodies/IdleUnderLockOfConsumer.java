package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  private int lines;

  abstract Channel<String> orders();

  void take(String name) throws InterruptedException {
    orders().send(name);
  }

  @Consumer(from = "orders")
  @Synchronized(lock = "book")
  void write(String name) {
    lines += name.length();
  }

  @Synchronized(lock = "book")
  int finish() throws InterruptedException {
    orders().awaitIdle(); //! LAP206 //=
    return lines;
  }
}
