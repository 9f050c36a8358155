package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Limit(permits = 2)
  abstract Lane images();

  @Async(lane = "imges") //! LAP004 //= @Async(lane = "images")
  abstract Task<String> loadAsync(String id);
}
