// LAP016
package relay;

import io.lappet.Channel;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands on whatever comes. */
@Woven
public abstract class Relay {
  private final AtomicInteger handedOn = new AtomicInteger();

  abstract Channel<?> anything(); // here

  @PeriodicTimer(every = "1s")
  void drain() {
    while (anything().tryReceive().isPresent()) {
      handedOn.incrementAndGet();
    }
  }

  public int handedOn() {
    return handedOn.get();
  }
}
