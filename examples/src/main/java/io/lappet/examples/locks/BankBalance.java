package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.function.Consumer;

/** P23: what is paid in is paid out, a hundred thousand times by two threads. */
abstract class BankBalance {
  private final int times;
  private final Consumer<String> out;
  private long balance;

  BankBalance(int times, Consumer<String> out) {
    this.times = times;
    this.out = out;
  }

  @Synchronized
  void change(long amount) {
    balance += amount;
    try {
      requireSmall(amount);
    } finally {
      balance -= amount;
    }
  }

  private static void requireSmall(long amount) {
    if (amount > 1000) {
      throw new IllegalArgumentException("the bank does not take " + amount);
    }
  }

  @Synchronized
  long balance() {
    return balance;
  }

  void changes(long amount) {
    for (int i = 0; i < times; i++) {
      change(amount);
    }
  }

  @Async
  abstract Task<Void> changesAsync(long amount);

  void run() {
    try {
      change(5000);
    } catch (IllegalArgumentException e) {
      out.accept(e.getMessage()); // in the middle of a change, and the lock is free again
    }
    Task.all(List.of(changesAsync(5), changesAsync(8))).join();
    out.accept("balance " + balance());
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenBankBalance(fabric, 100_000, System.out::println).run();
    }
  }
}
