package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  record Bill(String account) {}

  abstract Receiver<Bill> bills(); //= abstract ChannelView<Bill> bills();

  @Producer(to = "bills")
  Bill write() {
    return null;
  }

  @Consumer(from = "bills", key = "account", concurrency = 4) //! LAP011
  void send(Bill bill) {}
}
