package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  Mutex ledger();

  default String name() { //! LAP002 //=
    return "books"; //=
  } //=
}
