package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  int count(String id) {
    return 1;
  }

  @Async //! LAP008 //+ abstract
  int countAsync(String id) { //= Task<Integer> countAsync(String id);
    return count(id); //=
  } //=
}
