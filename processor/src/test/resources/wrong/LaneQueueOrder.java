package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Users {
  @Limit(permits = 2)
  @ChannelSpec(order = Order.LIFO) //! LAP011 //= @ChannelSpec
  abstract Lane images();
}
