package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  @ChannelSpec(capacity = 2) //! LAP011 //=
  Mutex ledger();
}
