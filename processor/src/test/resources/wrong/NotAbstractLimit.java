package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pages { //= abstract class Pages {
  @Limit(permits = 2)
  void load() {} //! LAP001
}
