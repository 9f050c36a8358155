package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Bank {
  abstract static class Account {
    abstract Mutex balance();
  }

  void transfer(Account from, Account to) {
    from.balance().lock();
    try {
      to.balance().lock(); //! LAP224 //= from.balance().lock();
      to.balance().unlock(); //= from.balance().unlock();
    } finally {
      from.balance().unlock();
    }
  }
}
