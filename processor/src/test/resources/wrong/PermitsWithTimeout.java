package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2, timeout = "1s") //! LAP011 //= @Limit(permits = 2)
  abstract Permits db();
}
