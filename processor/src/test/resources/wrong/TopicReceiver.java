package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(topic = true) //! LAP011
  abstract Receiver<String> news(); //= abstract ChannelView<String> news();

  @Producer(to = "news")
  String write() {
    return null;
  }

  @Consumer(from = "news")
  void print(String text) {}
}
