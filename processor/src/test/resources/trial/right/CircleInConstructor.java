package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;

  Shop() {
    sell();
  }

  @Synchronized(lock = "stock")
  void sell() {
    stock--;
    pay();
  }

  @Synchronized(lock = "stock")
  void count() {}

  @Synchronized(lock = "cash")
  void pay() {}

  @Synchronized(lock = "cash")
  void back() {}
}
