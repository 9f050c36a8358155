package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Store {
  @Limit(permits = 1)
  abstract Permits db();

  @Synchronized(lock = "book")
  void note() throws InterruptedException {
    Lease lease = db().acquire(); //! LAP202 //= Lease lease = db().tryAcquire().orElseThrow();
    lease.close();
  }

  @Synchronized(lock = "book")
  void book() {}

  void store() throws InterruptedException {
    try (Lease lease = db().acquire()) {
      lease.permits();
      book();
    }
  }
}
