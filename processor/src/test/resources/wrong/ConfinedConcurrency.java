package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  abstract Sender<String> colors();

  @Consumer(from = "colors", concurrency = 2) //! LAP013 //= @Consumer(from = "colors")
  void take(String color) {}
}
