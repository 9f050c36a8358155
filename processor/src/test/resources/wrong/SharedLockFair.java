package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized(lock = "ledger", fair = true) //! LAP011 //= @Synchronized(lock = "ledger")
  void post() {}

  @Shared
  interface Books {
    Mutex ledger();
  }
}
