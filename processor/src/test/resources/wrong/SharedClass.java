package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared //= @Woven
abstract class Books { //! LAP015
  @Synchronized(lock = "ledger")
  void post() {}

  abstract Mutex ledger();
}
