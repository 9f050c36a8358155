package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  final int id = 1;

  abstract Mutex balance();

  static void chosen(Account one, Account other) {
    Account first = one.id < other.id ? one : other;
    Account second = one.id < other.id ? other : one;
    first.balance().lock();
    try {
      second.balance().lock();
      second.balance().unlock();
    } finally {
      first.balance().unlock();
    }
  }

  static void branches(Account one, Account other) {
    if (one.id < other.id) {
      one.balance().lock();
      other.balance().lock();
    } else {
      other.balance().lock();
      one.balance().lock();
    }
    other.balance().unlock();
    one.balance().unlock();
  }
}
