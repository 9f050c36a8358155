package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = -1) //! LAP019 //= @Limit(permits = 1)
  abstract Permits db();
}
