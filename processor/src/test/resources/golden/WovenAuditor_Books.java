package app;

import app.Auditor.Books;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;

/** {@link Auditor.Books}, one for each fabric: lock ledger; gate open. */
@LappetGenerated
final class WovenAuditor_Books implements Books {
  private static final SharedResources<WovenAuditor_Books> SHARED =
      new SharedResources<>(1, "Books", WovenAuditor_Books::new);

  private final Monitor ledgerLock;
  private final Gate openGate;

  private WovenAuditor_Books(Weaving weaving) {
    ledgerLock = weaving.lock("ledger");
    openGate = weaving.gate("open");
  }

  /** The {@link Auditor.Books} of {@code fabric}, made by the first who asks. */
  static Books in(Fabric fabric) {
    return SHARED.in(fabric);
  }

  @Override
  public Mutex ledger() {
    return ledgerLock;
  }

  @Override
  public Gate open() {
    return openGate;
  }
}
