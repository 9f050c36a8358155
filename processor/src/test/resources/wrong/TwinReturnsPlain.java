package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  int count() {
    return 1;
  }

  @Async
  abstract int countAsync(); //! LAP008 //= abstract Task<Integer> countAsync();
}
