// LAP107
package clinic;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Order;

/** Three doctors take the patients, so that a light case may be done before a grave one. */
public abstract class Emergency {
  public record Patient(String name, int gravity) implements Comparable<Patient> {
    @Override
    public int compareTo(Patient other) {
      return Integer.compare(other.gravity, gravity);
    }
  }

  @ChannelSpec(capacity = 100, order = Order.PRIORITY) // here
  public abstract Sender<Patient> patients(); // here

  @Consumer(from = "patients", concurrency = 3) // here
  void treat(Patient patient) { // here
    String room = patient.gravity() > 5 ? "theatre" : "ward";
    System.out.println(patient.name() + " to the " + room);
  }
}
