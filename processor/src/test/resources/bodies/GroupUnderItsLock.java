package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Loader {
  private int loaded;

  abstract Fabric fabric();

  @Synchronized(lock = "pages")
  int load() {
    return ++loaded;
  }

  @Synchronized(lock = "pages") //= // The tasks take the lock.
  void loadAll() throws InterruptedException {
    TaskGroup group = fabric().group();
    group.fork(() -> load());
    group.join(); //! LAP206
  }

  @Synchronized(lock = "pages")
  int now() {
    return loaded;
  }
}
