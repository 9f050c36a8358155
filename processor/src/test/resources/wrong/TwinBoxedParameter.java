package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(long id) {
    return "";
  }

  String load(String id) {
    return "";
  }

  @Async
  abstract Task<String> loadAsync(Long id); //! LAP008 //= abstract Task<String> loadAsync(long id);
}
