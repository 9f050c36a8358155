package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
@Woven //! LAP011 //=
interface Books {
  Mutex ledger();
}
