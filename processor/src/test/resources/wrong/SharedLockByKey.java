package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized(lock = "ledger", key = "id") //! LAP011 //= @Synchronized(lock = "ledger")
  void post(String id) {}

  @Shared
  interface Books {
    Mutex ledger();
  }
}
