package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void store(String id) {}

  @OnError(retries = 2) //! LAP011 //=
  @Async
  abstract Task<Void> storeAsync(String id);
}
