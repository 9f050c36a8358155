package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = {Account.Books.class, Account.Books.class}) //! LAP011 //= @Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized
  void post() {}

  @Shared
  interface Books {
    Mutex ledger();
  }
}
