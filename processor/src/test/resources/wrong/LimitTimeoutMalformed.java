package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2, timeout = "soon") //! LAP010 //= @Limit(permits = 2, timeout = "1s")
  void load() {}
}
