package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

@Woven(confined = true)
abstract class Loop {
  private int value;

  @PeriodicTimer(every = "1s")
  void tick() {
    value++;
    tock();
  }

  void tock() {
    value--;
  }
}
