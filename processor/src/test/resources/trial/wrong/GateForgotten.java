package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Crossing {
  abstract Gate green(); //! LAP212

  @WaitUntil("green")
  void cross() throws InterruptedException {}

  void turn() {
    System.out.println("green"); //= green().open();
  }
}
