package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Till {
  private long cash;

  abstract Sender<Integer> sales();

  @Consumer(from = "sales")
  @Synchronized(lock = "sales") //= @Synchronized(lock = "cash")
  void sell(int price) {
    cash += price; //! LAP201
  }

  @Synchronized(lock = "sales")
  void open() {}

  @Synchronized(lock = "sales")
  void close() {}

  @PeriodicTimer(every = "1m")
  @Synchronized(lock = "cash")
  void empty() {
    cash = 0;
  }

  @Synchronized(lock = "cash")
  void third() {}
}
