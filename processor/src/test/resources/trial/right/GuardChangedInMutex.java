package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Stock {
  private int bread;

  abstract Mutex shelf();

  boolean isStocked() {
    return bread > 0;
  }

  @Synchronized(lock = "shelf")
  @WaitUntil("isStocked")
  void eat() throws InterruptedException {
    bread--;
  }

  void bake() {
    shelf().lock();
    try {
      bread++;
    } finally {
      shelf().unlock();
    }
  }
}
