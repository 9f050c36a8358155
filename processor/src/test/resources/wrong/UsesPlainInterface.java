package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class) //! LAP004
abstract class Account {
  @Synchronized
  void post() {}

  //+ @Shared
  interface Books {
    Mutex ledger();
  }
}
