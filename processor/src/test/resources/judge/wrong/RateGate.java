// LAP210
package rate;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;

/** Time goes by without anybody leaving the lock. */
public abstract class RateGate {
  private final long periodNanos;
  private long last;
  private int passed;

  protected RateGate(Duration period) {
    this.periodNanos = period.toNanos();
  }

  boolean due() { // here
    return elapsed() >= periodNanos; // here
  }

  private long elapsed() {
    return System.nanoTime() - last; // here
  }

  @Synchronized
  @WaitUntil("due") // here
  public int pass() throws InterruptedException { // here
    last = System.nanoTime();
    return ++passed;
  }

  @Synchronized
  public int passed() {
    return passed;
  }
}
