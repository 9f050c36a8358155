package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Loader {
  private int loaded;

  @Synchronized(lock = "pages")
  void load(int page) {
    loaded += page;
  }

  @Async
  abstract Task<Void> loadAsync(int page);

  @Synchronized(lock = "pages") //= // The tasks take the lock.
  void loadAll() {
    Task<Void> task = loadAsync(1);
    task.join(); //! LAP206
  }

  @Synchronized(lock = "pages")
  int now() {
    return loaded;
  }
}
