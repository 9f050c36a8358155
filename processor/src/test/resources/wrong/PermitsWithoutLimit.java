package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Pages {
  //+ @Limit(permits = 2)
  abstract Permits db(); //! LAP011
}
