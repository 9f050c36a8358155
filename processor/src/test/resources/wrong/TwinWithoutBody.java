package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async //! LAP008
  Task<String> loadAsync(String id); //= abstract Task<String> loadAsync(String id);
}
