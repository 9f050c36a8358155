package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(value = "pool", permits = 2) //! LAP011 //= @Limit(permits = 2)
  abstract Permits db();
}
