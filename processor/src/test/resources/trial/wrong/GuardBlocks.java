package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Slow {
  private int items;

  abstract Gate started();

  boolean hasItems() {
    try {
      started().await(); //! LAP204 //= Thread.interrupted();
    } catch (InterruptedException e) { //= } catch (IllegalStateException e) {
      return false;
    }
    return items > 0;
  }

  @Synchronized
  void put() {
    started().open();
    items++;
  }

  @Synchronized
  @WaitUntil("hasItems")
  void take() throws InterruptedException {
    items--;
  }
}
