package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Account {
  private long cents;

  Account(long cents) {
    deposit(cents);
  }

  @Synchronized(lock = "balance")
  void deposit(long amount) {
    add(amount);
  }

  private void add(long amount) {
    cents = balance() + amount;
  }

  @Synchronized(lock = "balance")
  long balance() {
    return cents;
  }

  @Synchronized(lock = {"balance", "to.balance"})
  void transferTo(Account to, long amount) {
    deposit(-amount);
    to.deposit(amount);
  }
}
