package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  private long cents;

  @Synchronized(lock = "balance")
  void deposit(long c) {
    cents += c;
  }

  @Synchronized(lock = "balance")
  void withdraw(long c) {
    cents -= c;
  }

  @Synchronized(lock = {"balance", "to.balance"})
  void transferTo(Account to, long c) {
    withdraw(c);
    to.deposit(c);
  }
}
