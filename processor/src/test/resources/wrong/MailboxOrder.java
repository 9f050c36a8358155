package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true, mailbox = @ChannelSpec(capacity = 4, order = Order.LIFO)) //! LAP011 //= @Woven(confined = true, mailbox = @ChannelSpec(capacity = 4))
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();
}
