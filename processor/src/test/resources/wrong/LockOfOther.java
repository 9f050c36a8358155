package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = "balance")
  void deposit(long amount) {}

  @Synchronized(lock = {"balance", "to.balance"}) //! LAP004 //= @Synchronized(lock = "balance")
  void transfer(Account to, long amount) {}
}
