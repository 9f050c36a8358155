package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db")
  String user() throws InterruptedException {
    return "user";
  }

  @Async
  abstract Task<String> userAsync();

  @Limit("db") //= // The task takes its own.
  String page() throws InterruptedException {
    return userAsync().join(); //! LAP213
  }
}
