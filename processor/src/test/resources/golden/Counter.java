package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** Not public, nested, named, with names that could collide. */
abstract class Counter {
  @Shared(name = "Till")
  interface Drawer {
    int SHARED = 1;

    @Deprecated
    Mutex weaving();

    Gate ledgerLock();

    Mutex ledger();
  }
}
