package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(capacity = 0, order = Order.LIFO) //! LAP011 //= @ChannelSpec(capacity = 1, order = Order.LIFO)
  abstract Channel<String> lines();
}
