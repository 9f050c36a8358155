package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = "balance")
  void deposit() {}

  @Synchronized(lock = {"balance", "to.balance"}) //! LAP004
  void transfer(Account[] to) {} //= void transfer(Account to) {}
}
