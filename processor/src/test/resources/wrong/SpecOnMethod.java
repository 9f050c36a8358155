package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "lines")
  @ChannelSpec(capacity = 3) //! LAP011 //=
  String next() {
    return null;
  }

  @Consumer(from = "lines")
  void print(String line) {}
}
