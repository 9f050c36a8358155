package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Account {
  private long cents;

  @Synchronized
  void deposit(long amount) {
    cents += amount;
  }

  @Synchronized
  Account copy() {
    Account copy = new WovenAccount();
    copy.deposit(cents);
    return copy;
  }
}
