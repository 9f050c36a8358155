package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  void all(Yield<String> out) {}

  @Async(lane = "cpu") //! LAP011 //= @Async
  abstract Generator<String> allAsync();
}
