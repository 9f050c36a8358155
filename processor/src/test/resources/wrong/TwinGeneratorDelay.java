package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void all(Yield<String> out) {}

  @Async(delay = "1s") //! LAP011 //= @Async
  abstract Generator<String> allAsync();
}
