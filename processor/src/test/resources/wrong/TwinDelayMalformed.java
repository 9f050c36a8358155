package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(delay = "soon") //! LAP010 //= @Async(delay = "1s")
  abstract Task<String> loadAsync(String id);
}
