// LAP107
package taxi;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Order;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Urgent rides first, on several threads. */
public abstract class Dispatcher {
  record Ride(String customer, int urgency) {}

  static class MostUrgentFirst implements Comparator<Ride> {
    @Override
    public int compare(Ride left, Ride right) {
      return Integer.compare(right.urgency(), left.urgency());
    }
  }

  private final ConcurrentMap<String, Ride> lastRide = new ConcurrentHashMap<>();

  @ChannelSpec(order = Order.PRIORITY, comparator = MostUrgentFirst.class)
  abstract Sender<Ride> rides(); // here

  @Consumer(from = "rides", concurrency = 3) // here
  void drive(Ride ride) { // here
    lastRide.put(ride.customer(), ride);
  }

  public boolean order(String customer, int urgency) {
    return rides().trySend(new Ride(customer, urgency));
  }
}
