package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  int all(Yield<String> out) { //= void all(Yield<String> out) {
    return 1; //=
  }

  @Async
  abstract Generator<String> all(); //! LAP008
}
