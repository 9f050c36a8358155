package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  @Synchronized //=
  Mutex ledger(); //! LAP002
}
