package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @Synchronized(lock = "ledger", read = true) //! LAP011
  void read() {}

  @Shared
  interface Books {
    Mutex ledger(); //= java.util.concurrent.locks.ReadWriteLock ledger();
  }
}
