package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Account {
  @ChannelSpec(capacity = 3) //! LAP011 //=
  abstract Fabric fabric();
}
