package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  record Job(int urgency) {}

  @ChannelSpec(order = Order.PRIORITY) //! LAP011 //= @ChannelSpec(order = Order.LIFO)
  abstract Channel<Job> jobs();
}
