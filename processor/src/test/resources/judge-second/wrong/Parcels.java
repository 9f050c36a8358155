// LAP005
package post;

import io.lappet.DeadLetter;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;

/** The letters of what was not delivered have parcels in them, not their numbers. */
public abstract class Parcels {
  public record Parcel(String number, String street) {}

  public abstract Sender<Parcel> parcels();

  @Consumer(from = "parcels", concurrency = 2)
  @OnError(retries = 3, backoff = "1s", deadLetter = "lost") // here
  void deliver(Parcel parcel) { // here
    if (parcel.street().isBlank()) {
      throw new IllegalArgumentException("no street on " + parcel.number());
    }
    System.out.println("delivered " + parcel.number());
  }

  @Consumer(from = "lost") // here
  void trace(DeadLetter<String> letter) { // here
    System.out.println("lost " + letter.message() + " after " + letter.attempts());
  }
}
