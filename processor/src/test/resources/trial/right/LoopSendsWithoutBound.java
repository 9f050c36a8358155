package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Loop {
  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  abstract Channel<String> clicks();

  @Consumer(from = "keys")
  void onKey(String key) throws InterruptedException {
    clicks().send(key);
  }

  abstract Sender<String> keys();

  @Consumer(from = "clicks")
  void onClick(String key) {}
}
