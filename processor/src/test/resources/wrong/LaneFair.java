package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit(permits = 2, fair = true) //! LAP011 //= @Limit(permits = 2)
  abstract Lane images();
}
