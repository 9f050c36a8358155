package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();

  abstract Receiver<String> colors(); //= abstract Channel<String> colors();

  @Producer(to = "colors") //! LAP013 //=
  String next() {
    return "red";
  }
}
