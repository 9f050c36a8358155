package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void store(String id) {}

  @Async
  abstract Task<Object> storeAsync(String id); //! LAP008 //= abstract Task<?> storeAsync(String id);
}
