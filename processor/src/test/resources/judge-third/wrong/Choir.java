// LAP207
package choir;

import io.lappet.Barrier;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.List;

/** Waits for the other voices, and holds what the conductor wants to read meanwhile. */
public abstract class Choir {
  private final List<Barrier> bars;
  private int bar;

  protected Choir(List<Barrier> bars) {
    this.bars = List.copyOf(bars);
  }

  @Synchronized(lock = "score")
  public void sing() throws InterruptedException { // here
    for (Barrier each : bars) {
      int arrived = each.await(); // here
      bar += arrived == 0 ? 1 : 0;
    }
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "score")
  void conduct() {
    System.out.println("bar " + bar);
  }
}
