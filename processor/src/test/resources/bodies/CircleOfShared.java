package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Shop {
  @Shared
  interface Books {
    Mutex ledger();

    Mutex orders();
  }

  @Woven(uses = Books.class)
  abstract static class Audit {
    private final OrderService service;

    Audit(OrderService service) {
      this.service = service;
    }

    @Synchronized(lock = "ledger") //= @Synchronized(lock = {"ledger", "orders"})
    void report() {
      summary(); //! LAP202
    }

    private void summary() {
      service.open();
    }
  }

  @Woven(uses = Books.class)
  abstract static class OrderService {
    private final Billing billing;

    OrderService(Billing billing) {
      this.billing = billing;
    }

    @Synchronized(lock = "orders")
    int open() {
      return 1;
    }

    @Synchronized(lock = "orders") //= @Synchronized(lock = {"ledger", "orders"})
    void place() {
      billing.book();
    }
  }

  @Woven(uses = Books.class)
  abstract static class Billing {
    @Synchronized(lock = "ledger")
    void book() {}
  }
}
