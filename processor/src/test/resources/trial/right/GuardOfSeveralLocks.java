package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Stock {
  private int bread;

  boolean isStocked() {
    return bread > 0;
  }

  @Synchronized(lock = "stock")
  @WaitUntil("isStocked")
  void eat() throws InterruptedException {
    bread--;
  }

  @Synchronized(lock = {"stock", "oven"})
  void bake() {
    bread++;
  }

  @Synchronized(lock = "oven")
  void heat() {}
}
