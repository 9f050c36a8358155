package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Crossing {
  private int crossed;

  abstract Gate green();

  @WaitUntil("green")
  void cross() throws InterruptedException {
    crossed++;
  }

  @Synchronized(lock = "road") //= // The road is free while it waits.
  void drive() throws InterruptedException {
    cross(); //! LAP206
  }

  @Synchronized(lock = "road")
  void change() {
    turn();
  }

  private void turn() {
    crossed = 0;
    green().open();
  }

  @Synchronized(lock = "road")
  int now() {
    return crossed;
  }
}
