package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id);

  @Async("loadAsync") //= @Async("load")
  abstract Task<String> loadLater(String id); //! LAP008
}
