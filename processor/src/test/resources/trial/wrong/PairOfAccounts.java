package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  private long cents;

  @Synchronized(lock = "balance")
  void deposit(long c) {
    cents += c;
  }

  @Synchronized(lock = "balance") //= @Synchronized(lock = {"balance", "to.balance"})
  void transferTo(Account to, long c) {
    cents -= c;
    to.deposit(c); //! LAP224
  }
}
