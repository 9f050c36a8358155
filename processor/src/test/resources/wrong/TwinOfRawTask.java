package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @SuppressWarnings("rawtypes") //=
  @Async
  abstract Task loadAsync(String id); //! LAP008 //= abstract Task<String> loadAsync(String id);
}
