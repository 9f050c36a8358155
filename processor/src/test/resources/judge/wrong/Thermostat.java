// LAP201
package house;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayDeque;
import java.util.Deque;

/** Both sides hold a lock, but not the same one. */
public abstract class Thermostat {
  private final Deque<Double> window = new ArrayDeque<>(); // here
  private double wanted = 20;
  private boolean heating;

  abstract Sender<Double> readings();

  @Consumer(from = "readings")
  @Synchronized(lock = "window")
  void read(Double celsius) {
    window.addLast(celsius); // here
    if (window.size() > 10) {
      window.removeFirst();
    }
  }

  @PeriodicTimer(every = "10s")
  @Synchronized(lock = "heater")
  void regulate() {
    double sum = 0;
    for (double celsius : window) { // here
      sum += celsius;
    }
    heating = sum / Math.max(1, window.size()) < wanted;
  }

  @Synchronized(lock = "heater")
  public void want(double celsius) {
    wanted = celsius;
  }

  @Synchronized(lock = "heater")
  public boolean isHeating() {
    return heating;
  }

  @Synchronized(lock = "window")
  public double latest() {
    return window.isEmpty() ? Double.NaN : window.peekLast();
  }
}
