package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(order = Order.DELAY) //! LAP011
  abstract Channel<Runnable> jobs(); //= abstract Channel<java.util.concurrent.RunnableScheduledFuture<?>> jobs();
}
