package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Crossing {
  private int cars;

  abstract Gate green();

  boolean isFree() {
    if (cars == 0) {
      green().open(); //! LAP220 //=
    }
    return cars == 0;
  }

  @Synchronized
  @WaitUntil("isFree")
  void enter() throws InterruptedException {
    cars++;
  }

  @Synchronized
  void leave() {
    cars--;
    //+ green().open();
  }

  @WaitUntil("green")
  void walk() throws InterruptedException {}
}
