// LAP215
// -Alappet.check.sendable=warn
package party;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.Date;
import java.util.List;

/** The record cannot change, but the date in it can. */
public abstract class Invitations {
  public record Guest(String name, String mail) {}

  public record Invitation(List<Guest> guests, Date when) {
    public Invitation {
      guests = List.copyOf(guests);
    }
  }

  public abstract Sender<Invitation> invitations(); // here

  @Consumer(from = "invitations") // here
  void print(Invitation invitation) { // here
    for (Guest guest : invitation.guests()) {
      System.out.println(guest.name() + ", " + invitation.when());
    }
  }
}
