package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(timeout = "9999999999999999d") //! LAP010 //= @Async(timeout = "PT5S")
  abstract Task<String> loadAsync(String id);
}
