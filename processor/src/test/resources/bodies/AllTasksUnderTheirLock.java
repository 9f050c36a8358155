package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

abstract class Loader {
  private int loaded;

  @Synchronized(lock = "pages")
  int load() {
    return ++loaded;
  }

  @Async
  abstract Task<Integer> loadAsync();

  @Synchronized(lock = "pages")
  int loaded() {
    return loaded;
  }

  @Synchronized(lock = "pages") //= // The tasks take the lock.
  void loadAll() {
    Task.all(List.of(loadAsync(), loadAsync())).join(); //! LAP206
  }
}
