package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Limit(permits = 2)
  abstract Lane images();

  @Async //=
  abstract Lane io(); //! LAP008
}
