package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

/** Each fabric has locks of its own. */
@Woven(uses = Audit.Books.class)
abstract class Audit {
  @Shared
  interface Books {
    Mutex ledger();
  }

  @Synchronized(lock = "ledger")
  List<String> snapshot() {
    return List.of();
  }

  static List<String> both() throws InterruptedException {
    Fabric one = Fabric.create();
    Fabric other = Fabric.create();
    WovenAudit_Books.in(one).ledger().lock();
    try {
      return other.submit("audit", new WovenAudit(other)::snapshot).join();
    } finally {
      WovenAudit_Books.in(one).ledger().unlock();
    }
  }
}
