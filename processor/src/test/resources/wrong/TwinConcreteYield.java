package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Async //! LAP008 //=
  void all(Yield<String> out) {} //+ @Async abstract Generator<String> all();
}
