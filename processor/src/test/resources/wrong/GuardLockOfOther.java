package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Buffer {
  private final Store store;

  Buffer(Store store) {
    this.store = store;
  }

  abstract static class Store {
    abstract Mutex door();
  }

  boolean notEmpty() {
    return true;
  }

  Store store() {
    return store;
  }

  @Synchronized(lock = "store.door") //= @Synchronized
  @WaitUntil("notEmpty") //! LAP007
  void take() {}
}
