package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  <T extends Number> T load(T id) {
    return id;
  }

  @Async
  abstract <T> Task<T> loadAsync(T id); //! LAP008 //= abstract <T extends Number> Task<T> loadAsync(T id);
}
