package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2)
  private void load() {} //! LAP002 //= void load() {}
}
