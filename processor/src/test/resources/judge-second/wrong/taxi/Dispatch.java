package taxi;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.Map;

/** Hears from the drivers, and knows nothing of stands. */
public abstract class Dispatch {
  private final Map<String, Taxi> taxis;

  protected Dispatch(Map<String, Taxi> taxis) {
    this.taxis = Map.copyOf(taxis);
  }

  public abstract Sender<String> arrivals();

  @Consumer(from = "arrivals")
  void arrived(String plate) { // here
    Taxi taxi = taxis.get(plate);
    if (taxi != null) {
      taxi.setFree(true); // here
    }
  }
}
