package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit(permits = 0) //! LAP019 //= @Limit(permits = 1)
  abstract Lane images();
}
