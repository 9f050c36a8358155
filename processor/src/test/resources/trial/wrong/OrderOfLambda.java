package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

abstract class Shop {
  private int stock;
  private long cash;

  @Synchronized(lock = "stock") //= @Synchronized(lock = {"stock", "cash"})
  void sell(List<String> items) {
    items.forEach(item -> pay()); //! LAP202
  }

  @Synchronized(lock = "cash")
  void pay() {
    cash++;
  }

  @Synchronized(lock = "cash") //= @Synchronized(lock = {"cash", "stock"})
  void refund() {
    cash--;
    restock();
  }

  @Synchronized(lock = "stock")
  void restock() {
    stock++;
  }
}
