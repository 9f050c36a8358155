package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  record Job(String name) implements Comparable<String> { //= record Job(String name) implements Comparable<Object> {
    @Override
    public int compareTo(String other) { //= public int compareTo(Object other) {
      return 0;
    }
  }

  @ChannelSpec(order = Order.PRIORITY) //! LAP011
  abstract Channel<Job> jobs();
}
