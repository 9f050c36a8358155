package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Trade {
  @Shared
  interface Books {
    Mutex ledger();

    Mutex orders();
  }

  @Woven(uses = Books.class)
  abstract static class Orders {
    private final Audit audit;
    private int open;

    Orders(Audit audit) {
      this.audit = audit;
    }

    @Synchronized(lock = "orders")
    void place() {
      open++;
      audit.book(); //! LAP202 //=
    }

    @Synchronized(lock = "orders")
    int open() {
      return open;
    }
  }

  @Woven(uses = Books.class)
  abstract static class Audit {
    Orders orders;
    private int booked;

    @Synchronized(lock = "ledger")
    void book() {
      booked++;
    }

    @Synchronized(lock = "ledger")
    int report() {
      return booked + orders.open();
    }
  }
}
