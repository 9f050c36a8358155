package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Hub {
  @ChannelSpec(topic = true) //! LAP011
  Receiver<String> news(); //= ChannelView<String> news();
}
