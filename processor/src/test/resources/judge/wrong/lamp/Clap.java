package lamp;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.List;

/** Claps, and reaches into lamps that belong to loops. */
public abstract class Clap {
  private final List<Lamp> lamps;

  protected Clap(List<Lamp> lamps) {
    this.lamps = List.copyOf(lamps);
  }

  abstract Sender<Integer> claps();

  @Consumer(from = "claps")
  void heard(Integer index) { // here
    Lamp lamp = lamps.get(index);
    System.out.println("clap for " + lamp);
    lamp.toggle(); // here
  }

  @PeriodicTimer(every = "12h")
  void night() {
    lamps.forEach(Lamp::toggleAsync);
  }
}
