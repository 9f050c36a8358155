package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Catalog {
  private int entries;

  @Synchronized(lock = "entries", read = true) //= @Synchronized(lock = "entries")
  int look() { //! LAP225
    List.of(1).forEach(entry -> within(() -> load()));
    return entries;
  }

  private void within(Runnable body) {
    body.run();
  }

  @Synchronized(lock = "entries")
  void load() {
    entries = 1;
  }
}
