// LAP201
package sonar;

import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import java.util.function.LongSupplier;

/** Runs of this timer may overlap, and all of them count in a plain field. */
public abstract class Sonar {
  private final LongSupplier depth;
  private long pings;
  private volatile long last;

  protected Sonar(LongSupplier depth) {
    this.depth = depth;
  }

  @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 3)
  void ping() { // here
    last = depth.getAsLong();
    if (last > 0) {
      pings++; // here
    }
  }

  public long last() {
    return last;
  }
}
