package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async
  abstract Task<Void> loadAsync(String id); //! LAP008 //= abstract void loadAsync(String id);
}
