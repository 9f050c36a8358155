// LAP223
package chat;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;

/** Calls the room itself instead of its twin. */
public abstract class Gateway {
  public record Line(String member, String text) {}

  private final Room room;

  protected Gateway(Room room) {
    this.room = room;
  }

  public abstract Sender<Line> lines();

  @Consumer(from = "lines")
  void relay(Line line) { // here
    if (line.text().startsWith("/join")) {
      room.joinAsync(line.member());
      return;
    }
    forward(line); // here
  }

  private void forward(Line line) {
    room.say(line.member(), line.text()); // here
  }
}
