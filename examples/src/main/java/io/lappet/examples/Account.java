package io.lappet.examples;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A plain object with two locks: no fabric, no threads, usable anywhere. */
public abstract class Account {
  private final List<String> journal = new ArrayList<>();
  private long cents;

  protected Account(long opening) {
    deposit(opening); // takes no lock: while the constructor runs nobody else can see the object
  }

  /** Opens an account. */
  public static Account open(long cents) {
    return new WovenAccount(cents);
  }

  /** Adds to the balance. */
  @Synchronized(lock = {"balance", "journal"})
  public void deposit(long amount) {
    cents += amount;
    note("+" + amount);
  }

  /** Takes from the balance, unless it is too small. */
  @Synchronized(
      lock = {"journal", "balance"},
      timeout = "1s")
  public boolean withdraw(long amount) {
    if (cents < amount) {
      return false;
    }
    cents -= amount;
    note("-" + amount);
    return true;
  }

  /** The balance. */
  @Synchronized(lock = "balance")
  public long balance() {
    return cents;
  }

  /** What has happened so far. */
  @Synchronized(lock = "journal")
  public List<String> journal() {
    return List.copyOf(journal);
  }

  @Synchronized(lock = "journal")
  void note(String line) { // called with the lock held, and takes it again: locks re-enter
    journal.add(line);
  }
}
