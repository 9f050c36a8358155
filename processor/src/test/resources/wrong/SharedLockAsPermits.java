package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Limit("ledger") //! LAP004 //= @Limit("clerks")
  void serve() {}

  @Shared
  interface Books {
    Mutex ledger();

    @Limit(permits = 2)
    Permits clerks();
  }
}
