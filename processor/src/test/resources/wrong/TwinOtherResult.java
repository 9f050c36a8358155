package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  Integer load(String id) {
    return 1;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008 //= abstract Task<Number> loadAsync(String id);
}
