package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Stock {
  private int bread;
  private int milk;

  boolean isStocked() {
    return bread > 0 && hasMilk();
  }

  private boolean hasMilk() {
    return milk > 0; //! LAP210
  }

  @Synchronized
  void bake() {
    bread++;
  }

  //+ @Synchronized
  void milk() {
    milk++;
  }

  @Synchronized
  @WaitUntil("isStocked")
  void breakfast() throws InterruptedException {
    bread--;
  }
}
