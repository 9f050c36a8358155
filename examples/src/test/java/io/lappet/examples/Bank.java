package io.lappet.examples;

import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.LongSummaryStatistics;

/** Accounts between which money moves, and which an auditor sees only between two moves. */
abstract class Bank {
  private final List<BankAccount> accounts;

  Bank(List<BankAccount> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  int size() {
    return accounts.size();
  }

  /** Transfers go on beside each other. */
  @Synchronized(lock = "books", read = true)
  boolean transfer(int from, int to, long amount) {
    return accounts.get(from).transferTo(accounts.get(to), amount);
  }

  /** An audit is alone. */
  @Synchronized(lock = "books")
  LongSummaryStatistics audit() {
    return accounts.stream().mapToLong(BankAccount::balance).summaryStatistics();
  }
}
