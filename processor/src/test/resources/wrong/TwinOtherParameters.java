package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id, int version) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008 //= abstract Task<String> loadAsync(String id, int version);
}
