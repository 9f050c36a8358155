package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Bank {
  abstract static class Account {
    //+ abstract Mutex balance();
    @Synchronized(lock = "balance")
    void deposit() {}

    @Synchronized(lock = "balance")
    void withdraw() {}
  }

  abstract static class Savings extends Account {
    @Synchronized(lock = {"balance", "to.balance"}) //! LAP004
    void sweep(Account to) {}
  }
}
