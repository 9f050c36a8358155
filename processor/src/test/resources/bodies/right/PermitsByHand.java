package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

/** A permit is not held after it was given back, or was given to somebody else. */
abstract class Loader {
  private final List<Lease> kept = new ArrayList<>();

  @Limit(permits = 2)
  abstract Permits db();

  abstract Channel<Lease> leases();

  abstract Fabric tasks();

  @Synchronized(lock = "book")
  void book() {}

  @Synchronized(lock = "book")
  int depth() {
    return leases().depth();
  }

  void oneAfterTheOther() throws InterruptedException {
    try (Lease lease = db().acquire()) {
      lease.permits();
    }
    Lease second = db().acquire();
    second.close();
    Lease third = db().acquire();
    third.release();
    book();
  }

  void handedOver() throws InterruptedException {
    Lease lease = db().acquire();
    leases().send(lease);
    Lease other = db().acquire();
    kept.add(other);
    Lease last = db().acquire();
    tasks().submit("close", () -> {
      last.close();
      return null;
    });
    Lease again = db().acquire();
    again.close();
  }

  @Consumer(from = "leases")
  void done(Lease lease) {
    lease.close();
  }
}
