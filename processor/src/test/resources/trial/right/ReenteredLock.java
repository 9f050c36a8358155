package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;

  @Synchronized(lock = "stock")
  void sell() {
    check();
    stock--;
  }

  @Synchronized(lock = "stock")
  void check() {
    if (stock == 0) {
      restock();
    }
  }

  @Synchronized(lock = "stock")
  void restock() {
    stock++;
  }
}
