package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  record Bill(String account) {}

  @ChannelSpec(order = Order.LIFO) //= @ChannelSpec(order = Order.FIFO)
  abstract Sender<Bill> bills();

  @Consumer(from = "bills", key = "account", concurrency = 4) //! LAP011
  void send(Bill bill) {}
}
