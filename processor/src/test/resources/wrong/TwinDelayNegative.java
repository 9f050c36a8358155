package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(delay = "-1s") //! LAP010 //= @Async(delay = "0s")
  abstract Task<String> loadAsync(String id);
}
