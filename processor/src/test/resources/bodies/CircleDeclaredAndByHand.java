package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Relay {
  @ChannelSpec(capacity = 8) //= @ChannelSpec(overflow = Overflow.FAIL)
  abstract Channel<String> in();

  @Consumer(from = "in", to = "again") //! LAP101
  String relay(String text) throws InterruptedException {
    if (text.isEmpty()) {
      in().send("empty");
    }
    return text;
  }

  @Consumer(from = "again", to = "in")
  String retry(String text) {
    return text;
  }
}
