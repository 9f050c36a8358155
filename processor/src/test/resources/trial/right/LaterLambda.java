package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;
  private long cash;

  abstract Fabric fabric();

  @Synchronized(lock = "stock")
  void sell() {
    stock--;
    fabric().submit("pay", () -> {
      pay();
      return null;
    });
  }

  @Synchronized(lock = "cash")
  void pay() {
    cash++;
  }

  @Synchronized(lock = "cash")
  void refund() {
    cash--;
    restock();
  }

  @Synchronized(lock = "stock")
  void restock() {
    stock++;
  }
}
