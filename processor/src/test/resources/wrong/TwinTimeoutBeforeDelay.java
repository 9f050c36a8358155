package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(delay = "2s", timeout = "1s") //! LAP011 //= @Async(delay = "2s", timeout = "3s")
  abstract Task<String> loadAsync(String id);
}
