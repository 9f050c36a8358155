package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  private record User(String id) {} //= record User(String id) {}

  User load(String id) {
    return new User(id);
  }

  @Async
  abstract Task<User> loadAsync(String id); //! LAP008
}
