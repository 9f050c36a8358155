package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Stats {
  private int total;

  @Synchronized(lock = "stats")
  void add() {
    total++;
  }

  @Synchronized(lock = "stats")
  int report() throws InterruptedException {
    Thread.sleep(1000); //! LAP207 //= if (Thread.interrupted()) throw new InterruptedException();
    return total;
  }
}
