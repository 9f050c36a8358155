package app;

import app.Counter.Drawer;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;

/** {@link Counter.Drawer}, one for each fabric: locks weaving and ledger; gate ledgerLock. */
@LappetGenerated
@SuppressWarnings("deprecation")
final class WovenCounter_Drawer implements Drawer {
  private static final SharedResources<WovenCounter_Drawer> SHARED_ =
      new SharedResources<>(1, "Till", WovenCounter_Drawer::new);

  private final Monitor weavingLock;
  private final Gate ledgerLockGate;
  private final Monitor ledgerLock;

  private WovenCounter_Drawer(Weaving weaving) {
    weavingLock = weaving.lock("weaving");
    ledgerLockGate = weaving.gate("ledgerLock");
    ledgerLock = weaving.lock("ledger");
  }

  /** The {@link Counter.Drawer} of {@code fabric}, made by the first who asks. */
  static Drawer in(Fabric fabric) {
    return SHARED_.in(fabric);
  }

  @Override
  @Deprecated
  public Mutex weaving() {
    return weavingLock;
  }

  @Override
  public Gate ledgerLock() {
    return ledgerLockGate;
  }

  @Override
  public Mutex ledger() {
    return ledgerLock;
  }
}
