package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(timeout = "0s") //! LAP010 //= @Async(timeout = "1ms")
  abstract Task<String> loadAsync(String id);
}
