package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(callerRuns = true) //! LAP011 //= @Async(lane = "cpu", callerRuns = true)
  abstract Task<String> loadAsync(String id);
}
