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

  @Synchronized(lock = "pages") //= // The task takes the lock.
  void loadAll() {
    fabric().submit("load", () -> load()).join(); //! LAP206
  }

  @Synchronized(lock = "pages")
  int now() {
    return loaded;
  }
}
