package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  abstract Gate open();

  @Async(lane = "open") //! LAP004 //= @Async(lane = "cpu")
  abstract Task<String> loadAsync(String id);
}
