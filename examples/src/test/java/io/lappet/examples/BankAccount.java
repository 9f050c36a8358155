package io.lappet.examples;

import io.lappet.annotation.Synchronized;

/** An account from which money goes to others while money comes from them. */
abstract class BankAccount {
  private long cents;

  BankAccount(long cents) {
    this.cents = cents;
  }

  /** Moves money if there is enough; both accounts are locked, in an order that all calls share. */
  @Synchronized(lock = {"balance", "to.balance"})
  boolean transferTo(BankAccount to, long amount) {
    if (cents < amount) {
      return false;
    }
    cents -= amount;
    to.cents += amount;
    return true;
  }

  @Synchronized(lock = "balance")
  long balance() {
    return cents;
  }
}
