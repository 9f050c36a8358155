// LAP203
package accounts;

import io.lappet.annotation.Synchronized;
import java.util.function.Supplier;

/** An anonymous subclass makes it concrete, and leaves every lock out. */
public class Fixtures {
  public abstract static class Counter {
    private long value;

    @Synchronized
    public long next() {
      return ++value;
    }

    @Synchronized
    public void reset() {
      value = 0;
    }
  }

  private static final Supplier<Counter> COUNTERS = () -> new Counter() {}; // here

  public static long thousand() {
    Counter counter = COUNTERS.get();
    for (int i = 0; i < 999; i++) {
      counter.next();
    }
    return counter.next();
  }
}
