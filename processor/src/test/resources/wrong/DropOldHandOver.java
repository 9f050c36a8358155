package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(capacity = 0, overflow = Overflow.DROP_OLD) //! LAP011 //= @ChannelSpec(capacity = 1, overflow = Overflow.DROP_OLD)
  abstract Channel<String> lines();
}
