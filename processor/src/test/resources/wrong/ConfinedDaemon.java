package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  @Daemon //! LAP013 //= @PeriodicTimer(every = "1s")
  void blink() {}
}
