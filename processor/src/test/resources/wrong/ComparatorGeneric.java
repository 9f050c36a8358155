package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Comparator;

abstract class Hub {
  static class ByLength<T> implements Comparator<T> { //= static class ByLength implements Comparator<Object> {
    @Override
    public int compare(T one, T other) { //= public int compare(Object one, Object other) {
      return 0;
    }
  }

  @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class) //! LAP011
  abstract Channel<String> lines();
}
