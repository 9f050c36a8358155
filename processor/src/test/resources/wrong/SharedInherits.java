package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books extends AutoCloseable { //! LAP003 //= interface Books {
  Mutex ledger();
}
