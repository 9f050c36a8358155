// LAP201
package rooms;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;

/** Closes the room from its own two threads, while the loop lets people in. */
public abstract class Door {
  private final Room room;

  protected Door(Room room) {
    this.room = room;
  }

  public abstract Sender<String> guests();

  @Consumer(from = "guests", concurrency = 2)
  void come(String guest) { // here
    if (guest.equals("host")) {
      room.close(); // here
      return;
    }
    room.joinAsync(guest);
  }
}
