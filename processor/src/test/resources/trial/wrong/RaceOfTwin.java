package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Cache {
  private String last;

  @Async
  abstract Task<String> loadAsync(String id);

  //+ @Synchronized
  String load(String id) {
    last = id; //! LAP201
    return last;
  }
}
