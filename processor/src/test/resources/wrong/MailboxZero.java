package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true, mailbox = @ChannelSpec(capacity = 0)) //! LAP019 //= @Woven(confined = true, mailbox = @ChannelSpec(capacity = 1))
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();
}
