package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Catalog {
  private int entries;

  @Synchronized(
      lock = {"names", "entries"},
      read = true)
  int size() { //! LAP225
    load(); //= // Nothing is loaded here.
    return entries;
  }

  @Synchronized(lock = "entries")
  void load() {
    entries = 10;
  }

  @Synchronized(lock = "names")
  void rename() {}
}
