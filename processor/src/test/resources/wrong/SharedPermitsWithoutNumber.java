package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  //+ @Limit(permits = 2)
  Permits clerks(); //! LAP011
}
