package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub<T extends Number> { //= abstract class Hub<T extends Number & Comparable<? super T>> {
  @ChannelSpec(order = Order.PRIORITY) //! LAP011
  abstract Channel<T> jobs();
}
