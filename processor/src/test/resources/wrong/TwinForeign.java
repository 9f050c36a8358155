package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @interface Spring {
    @interface Async {}
  }

  String load(String id) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id);

  @Spring.Async //! LAP014 //= @Async("load")
  void loadLater(String id) {} //= abstract Task<String> loadLater(String id);
}
