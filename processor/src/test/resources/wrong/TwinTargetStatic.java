package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  static String load(String id) { //= String load(String id) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008
}
