package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;
  private long cash;

  @Synchronized(lock = "stock") //= @Synchronized(lock = {"stock", "cash"})
  void sell() {
    stock--;
    finish(); //! LAP202
  }

  private void finish() {
    pay();
  }

  @Synchronized(lock = "cash")
  void pay() {
    cash++;
  }

  @Synchronized(lock = "cash") //= @Synchronized(lock = {"stock", "cash"})
  void refund() {
    cash--;
    Runnable again = this::restock;
    again.run();
    restock();
  }

  @Synchronized(lock = "stock")
  void restock() {
    stock++;
  }
}
