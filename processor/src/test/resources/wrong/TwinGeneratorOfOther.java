package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void all(Yield<Integer> out) {}

  @Async
  abstract Generator<String> all(); //! LAP008 //= abstract Generator<Integer> all();
}
