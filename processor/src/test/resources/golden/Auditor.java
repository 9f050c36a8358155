package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** Of a resource that it only names by a path, and of an interface that it does not name. */
@Woven(uses = Auditor.Books.class)
abstract class Auditor {
  @Shared
  interface Books {
    Mutex ledger();

    Gate open();
  }

  final Books books;

  Auditor(Books books) {
    this.books = books;
  }

  @Synchronized(lock = "books.ledger")
  void audit() {}

  @WaitUntil("books.open")
  void enter() {}
}
