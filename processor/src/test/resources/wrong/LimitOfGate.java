package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Pages {
  @Limit(permits = 2) //! LAP011 //=
  abstract Gate ready();
}
