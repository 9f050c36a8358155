package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = {Account.Books.class, Account.Shelf.class}) //= @Woven(uses = Account.Books.class)
abstract class Account {
  @Limit("clerks") //! LAP004
  void serve() {}

  @Shared
  interface Books extends Clerks {
    Mutex ledger();
  }

  @Shared
  interface Shelf extends Clerks {}

  interface Clerks {
    @Limit(permits = 2)
    Permits clerks();
  }
}
