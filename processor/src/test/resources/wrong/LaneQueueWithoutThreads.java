package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @ChannelSpec(capacity = 10) //! LAP011 //= @ChannelSpec(capacity = 10) @Limit(permits = 2)
  abstract Lane images();
}
