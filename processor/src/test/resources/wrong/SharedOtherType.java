package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  Mutex ledger();

  int pages(); //! LAP003 //=
}
