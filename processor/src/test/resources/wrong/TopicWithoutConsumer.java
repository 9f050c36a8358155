package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(topic = true)
  abstract Sender<String> news(); //! LAP017

  @PeriodicTimer(every = "1s") //= @Consumer(from = "news")
  void print() {} //= void print(String text) {}
}
