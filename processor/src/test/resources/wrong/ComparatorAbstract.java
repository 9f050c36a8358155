package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Comparator;

abstract class Hub {
  abstract static class ByLength implements Comparator<String> {} //= static class ByLength implements Comparator<String> { public int compare(String a, String b) { return 0; } }

  @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class) //! LAP011
  abstract Channel<String> lines();
}
