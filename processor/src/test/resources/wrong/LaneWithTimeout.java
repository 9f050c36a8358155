package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit(permits = 2, timeout = "1s") //! LAP011 //= @Limit(permits = 2)
  abstract Lane images();
}
