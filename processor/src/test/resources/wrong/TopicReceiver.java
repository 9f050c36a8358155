package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(topic = true) //! LAP011
  abstract Channel<String> news(); //= abstract Sender<String> news();

  @Consumer(from = "news")
  void print(String text) {}
}
