package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  Mutex ledger();

  static void post() {} //! LAP002 //=
}
