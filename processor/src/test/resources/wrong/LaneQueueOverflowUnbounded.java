package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit(permits = 2)
  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED, overflow = Overflow.FAIL) //! LAP011 //= @ChannelSpec(overflow = Overflow.FAIL)
  abstract Lane images();
}
