package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(capacity = -1) //! LAP019 //= @ChannelSpec(capacity = 0)
  abstract Channel<String> lines();
}
