package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED, overflow = Overflow.FAIL) //! LAP011 //= @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  abstract Channel<String> lines();
}
