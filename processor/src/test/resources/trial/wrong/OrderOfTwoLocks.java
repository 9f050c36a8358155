package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;
  private long cash;

  @Synchronized(lock = "stock")
  void sell() {
    stock--;
    pay(); //! LAP202 //=
  } //+ void done() { sell(); pay(); }

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
