package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  abstract Sender<String> ids();

  void store(String id) {} //= @Consumer(from = "ids") void store(String id) {}

  @Consumer(from = "ids") //! LAP011 //=
  @Async
  abstract Task<Void> storeAsync(String id);
}
