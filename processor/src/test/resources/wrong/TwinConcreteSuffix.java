package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Async //! LAP008 //=
  int countAsync() { //= int count() {
    return 1;
  } //+ @Async abstract Task<Integer> countAsync();
}
