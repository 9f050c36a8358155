package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
class Light { //! LAP013 //= abstract class Light {
  @PeriodicTimer(every = "1s")
  void tick() {}
}
