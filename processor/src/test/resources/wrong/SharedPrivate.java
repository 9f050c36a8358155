package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Shop {
  @Shared
  private interface Books { //! LAP015 //= interface Books {
    Mutex ledger();
  }
}
