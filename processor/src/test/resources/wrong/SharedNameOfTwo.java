package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = {Account.Books.class, Account.Shelf.class}) //= @Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized(lock = "ledger") //! LAP004
  void post() {}

  @Synchronized(lock = "ledger")
  void read() {}

  @Shared
  interface Books {
    Mutex ledger();
  }

  @Shared
  interface Shelf {
    Mutex ledger();
  }
}
