package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Store {
  private int rows;

  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db")
  void write() throws InterruptedException {
    Thread.sleep(10);
  }

  @Synchronized
  void flush() throws InterruptedException {
    rows = 0;
    write(); //! LAP207 //= // Later.
  }

  @Synchronized
  int rows() {
    return rows;
  }
}
