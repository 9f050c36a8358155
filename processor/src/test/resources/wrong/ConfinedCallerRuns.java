package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  @Async(value = "show", callerRuns = true) //! LAP011 //= @Async("show")
  abstract Task<Void> showLater();
}
