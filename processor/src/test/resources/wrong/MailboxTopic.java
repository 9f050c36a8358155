package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true, mailbox = @ChannelSpec(topic = true)) //! LAP011 //= @Woven(confined = true, mailbox = @ChannelSpec)
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();
}
