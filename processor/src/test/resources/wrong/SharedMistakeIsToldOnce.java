package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Limit("clerks")
  void serve() {}

  @Synchronized(lock = "ledger")
  void post() {}

  @Shared
  interface Books {
    @Limit(permits = 0) //! LAP019 //= @Limit(permits = 2)
    Permits clerks();

    Mutex ledger();
  }
}
