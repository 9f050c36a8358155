package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async(lane = "images") //! LAP004 //= @Async(lane = "cpu")
  abstract Task<String> loadAsync(String id);
}
