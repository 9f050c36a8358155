package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Shop {
  private int orders;

  @Synchronized(lock = "ledger")
  void book() {
    count();
  }

  @Synchronized(lock = "orders")
  void count() {
    orders++;
  }

  @Synchronized(lock = "ledger")
  void audit() {
    List.of(1).forEach(i -> count());
  }

  void both() {
    count();
    book();
  }

  @Synchronized(lock = "orders")
  int now() {
    return orders;
  }
}
