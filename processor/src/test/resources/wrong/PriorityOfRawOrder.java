package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @SuppressWarnings("rawtypes")
  static class Job implements Comparable { //= static class Job implements Comparable<Object> {
    @Override
    public int compareTo(Object other) {
      return 0;
    }
  }

  @ChannelSpec(order = Order.PRIORITY) //! LAP011
  abstract Channel<Job> jobs();
}
