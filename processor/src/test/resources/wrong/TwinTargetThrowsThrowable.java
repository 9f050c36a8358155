package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) throws Throwable { //= String load(String id) throws Exception {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008
}
