package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void store(String id) {} //= @Limit(permits = 2) void store(String id) {}

  @Limit(permits = 2) //! LAP011 //=
  @Async
  abstract Task<Void> storeAsync(String id);
}
