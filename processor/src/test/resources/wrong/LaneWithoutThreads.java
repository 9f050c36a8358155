package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit //! LAP011 //= @Limit(permits = 3)
  abstract Lane images();
}
