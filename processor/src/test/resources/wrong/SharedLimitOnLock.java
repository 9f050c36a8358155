package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  @Limit(permits = 2) //! LAP011 //=
  Mutex ledger();
}
