package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized(lock = "open") //! LAP004 //= @Synchronized(lock = "ledger")
  void post() {}

  @Shared
  interface Books {
    Mutex ledger();

    Gate open();
  }
}
