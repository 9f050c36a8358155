package app;

//? -Alappet.check.foreign_lock_order=warn
import io.lappet.annotation.*;

abstract class Shelf {
  private final Object order = new Object();
  private int books;

  @Synchronized(lock = "shelf")
  void put() {
    synchronized (order) { //! LAP219
      books++;
    }
  }

  @Synchronized(lock = "shelf")
  int books() {
    return books;
  }

  void sort() {
    synchronized (order) {
      books(); //= // Nothing.
    }
  }
}
