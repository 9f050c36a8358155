package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @interface Asynchronous {}

  String load(String id) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id);

  @Asynchronous //! LAP014 //= @Async("load")
  void loadLater(String id) {} //= abstract Task<String> loadLater(String id);
}
