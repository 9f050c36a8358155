package app;

import io.lappet.Fabric;
import io.lappet.gen.Gates;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;

/** {@link Auditor}, woven. */
@LappetGenerated
class WovenAuditor extends Auditor {
  WovenAuditor(Fabric fabric, Auditor.Books books) {
    super(books);
  }

  /** Holds "books.ledger". */
  @Override
  void audit() {
    Monitors locks = Monitors.of(Monitor.behind(books.ledger()));
    locks.enter();
    try {
      super.audit();
    } finally {
      locks.exit();
    }
  }

  /** Waits for gate books.open. */
  @Override
  void enter() {
    Gates.await(books.open(), "Auditor.enter()");
    super.enter();
  }
}
