package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Hub {
  @ChannelSpec(order = Order.PRIORITY) //! LAP011 //= @ChannelSpec(order = Order.FIFO)
  Channel<Object> jobs();
}
