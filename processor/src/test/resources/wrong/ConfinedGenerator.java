package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  void colors(Yield<String> out) {}

  @Async //=
  abstract Generator<String> colors(); //! LAP013 //=
}
