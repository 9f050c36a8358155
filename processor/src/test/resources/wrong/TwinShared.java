package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Users {
  Gate open();

  @Async //=
  Task<Void> openAsync(); //! LAP002 //=
}
