package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Catalog {
  private int entries;

  @Synchronized(read = true) //= @Synchronized
  int look() { //! LAP225
    return loaded();
  }

  private int loaded() {
    this.load(1);
    return entries;
  }

  @Synchronized
  void load(int count) {
    entries = count;
  }

  @Synchronized(read = true)
  int load(int from, int to) {
    Runnable later = () -> load(1);
    return later == null ? 0 : entries;
  }
}
