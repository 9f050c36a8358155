package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Comparator;

abstract class Hub {
  static class ByLength implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
      return one.length() - other.length();
    }
  }

  @ChannelSpec(comparator = ByLength.class) //! LAP011 //= @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class)
  abstract Channel<String> lines();
}
