package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  private long cents;

  @Synchronized
  void deposit(long c) {
    cents += c;
  }

  @Synchronized //=
  void transferTo(Account to, long c) {
    withdraw(c);
    to.deposit(c); //! LAP224
  }

  @Synchronized
  void withdraw(long c) {
    cents -= c;
  }
}
