package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;
  private long cash;

  @Synchronized(lock = "stock")
  void sell() {
    stock--;
    pay();
  }

  @Synchronized(lock = "cash")
  void pay() {
    cash++;
  }

  @Synchronized(lock = "stock")
  void refund() {
    stock++;
    back();
  }

  @Synchronized(lock = "cash")
  void back() {
    cash--;
  }
}
