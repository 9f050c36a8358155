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

  @SuppressWarnings("lock-order")
  @Synchronized(lock = "balance")
  void transferTo(Account to, long amount) {
    to.deposit(amount);
  }

  @SuppressWarnings({"wait-holding", "wait-deadlock"})
  @Synchronized(lock = "balance")
  void nap() throws InterruptedException {
    Thread.sleep(1);
  }
}
