package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Catalog {
  private int entries;

  @Synchronized(lock = "entries", read = true) //= @Synchronized(lock = "entries")
  int look() { //! LAP225
    if (entries == 0) {
      load();
    }
    return entries;
  }

  @Synchronized(lock = "entries")
  void load() {
    entries = 1;
  }
}
