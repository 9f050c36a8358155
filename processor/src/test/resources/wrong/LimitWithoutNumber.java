package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit //! LAP011 //= @Limit(permits = 4)
  void load() {}
}
