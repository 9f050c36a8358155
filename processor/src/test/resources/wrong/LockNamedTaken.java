package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = "balance")
  void deposit() {}

  @Synchronized(lock = {"balance", "to.balance"})
  void transfer(Account to) {}

  String lockNamed(String name) { //! LAP011 //= String nameOfLock(String name) {
    return name;
  }
}
