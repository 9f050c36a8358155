package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Stats {
  private int total;

  abstract Gate go();

  @Synchronized(lock = "stats")
  void add() {
    total++;
  }

  @Synchronized(lock = "stats") //=
  void waits() throws InterruptedException {
    go().await(); //! LAP207
  }

  @Synchronized(lock = "stats")
  int total() {
    return total;
  }

  void start() {
    go().open();
  }
}
