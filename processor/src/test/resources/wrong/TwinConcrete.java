package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Async //! LAP008 //=
  String load(String id) {
    return id;
  } //+ @Async abstract Task<String> loadAsync(String id);
}
