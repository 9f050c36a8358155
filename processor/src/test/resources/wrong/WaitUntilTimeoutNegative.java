package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  abstract Gate ready();

  @WaitUntil(value = "ready", timeout = "-1s") //! LAP010 //= @WaitUntil(value = "ready", timeout = "0s")
  void load() {}
}
