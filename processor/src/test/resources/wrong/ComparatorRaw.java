package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Comparator;

abstract class Hub {
  @SuppressWarnings("rawtypes")
  static class ByLength implements Comparator { //= static class ByLength implements Comparator<Object> {
    @Override
    public int compare(Object one, Object other) {
      return 0;
    }
  }

  @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class) //! LAP005
  abstract Channel<String> lines();
}
