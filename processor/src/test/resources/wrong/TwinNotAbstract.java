package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async //! LAP008 //+ abstract
  Task<String> loadAsync(String id) { //= Task<String> loadAsync(String id);
    return null; //=
  } //=
}
