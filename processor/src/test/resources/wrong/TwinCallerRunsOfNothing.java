package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(lane = "cpu", callerRuns = true) //! LAP011 //= @Async(lane = "cpu")
  abstract void loadAsync(String id);
}
