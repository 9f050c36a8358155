package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true) //! LAP013
abstract class Light {
  void show() {} //+ @Async abstract Task<Void> showAsync();
}
