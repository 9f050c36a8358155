package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async("laod") //! LAP004 //= @Async("load")
  abstract Task<String> later(String id);
}
