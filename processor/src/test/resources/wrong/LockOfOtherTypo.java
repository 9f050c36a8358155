package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = "balance")
  void deposit(long amount) {}

  @Synchronized(lock = {"balance", "to.balence"}) //! LAP004 //= @Synchronized(lock = {"balance", "to.balance"})
  void transfer(Account to, long amount) {}
}
