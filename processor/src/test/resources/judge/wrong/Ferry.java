// LAP207
package ferry;

import io.lappet.Gate;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** The timer opens the ramp without any lock; who boards keeps the list from all others meanwhile. */
public abstract class Ferry {
  private final List<String> cars = new ArrayList<>();

  abstract Gate ramp();

  @Synchronized(lock = "cars") // here
  public void board(List<String> queue) throws InterruptedException { // here
    for (String car : queue) {
      ramp().await(); // here
      cars.add(car);
    }
  }

  @Synchronized(lock = "cars")
  public int count() {
    return cars.size();
  }

  @PeriodicTimer(every = "20m")
  void tide() {
    if (ramp().isOpen()) {
      ramp().close();
    } else {
      ramp().open();
    }
  }
}
