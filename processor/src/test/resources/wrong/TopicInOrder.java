package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(topic = true, order = Order.PRIORITY) //! LAP011 //= @ChannelSpec(topic = true, order = Order.FIFO)
  abstract Sender<String> news();

  @Consumer(from = "news")
  void print(String text) {}
}
