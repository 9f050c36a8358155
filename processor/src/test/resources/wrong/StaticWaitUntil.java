package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  abstract Gate ready();

  @WaitUntil("ready")
  static void load() {} //! LAP002 //= void load() {}
}
