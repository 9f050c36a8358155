package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Users { //= abstract class Users {
  String load(String id) {
    return id;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008
}
