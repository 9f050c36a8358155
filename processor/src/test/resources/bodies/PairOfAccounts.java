package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Account {
  private long cents;

  @Synchronized(lock = "balance")
  void deposit(long amount) {
    cents += amount;
  }

  @Synchronized(lock = "balance") //= @Synchronized(lock = {"balance", "to.balance"})
  void transferTo(Account to, long amount) {
    cents -= amount;
    to.deposit(amount); //! LAP224
  }
}
