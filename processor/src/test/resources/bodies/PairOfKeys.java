package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Bank {
  private long moved;

  @Synchronized(lock = "account", key = "id")
  void deposit(String id) {
    moved++;
  }

  @Synchronized(lock = "account", key = "from") //= // One after the other.
  void transfer(String from, String to) {
    deposit(from);
    deposit(to); //! LAP224
  }

  @Synchronized(lock = "account", key = "id")
  void withdraw(String id) {
    moved--;
  }
}
