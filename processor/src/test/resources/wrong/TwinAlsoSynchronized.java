package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Synchronized
  void store(String id) {}

  @Synchronized //! LAP011 //=
  @Async
  abstract Task<Void> storeAsync(String id);
}
