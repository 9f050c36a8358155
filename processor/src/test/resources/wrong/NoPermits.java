package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 0) //! LAP019 //= @Limit(permits = 1)
  void load() {}
}
