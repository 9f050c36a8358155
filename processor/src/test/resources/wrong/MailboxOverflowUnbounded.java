package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true, mailbox = @ChannelSpec(capacity = ChannelSpec.UNBOUNDED, overflow = Overflow.FAIL)) //! LAP011 //= @Woven(confined = true, mailbox = @ChannelSpec(capacity = ChannelSpec.UNBOUNDED))
abstract class Light {
  void show() {}

  @Async
  abstract Task<Void> showAsync();
}
