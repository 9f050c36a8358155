// LAP201
package house;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;

/** The button decides by where the cabin is, while the timer moves it. */
public abstract class Elevator {
  public enum Move {
    UP,
    DOWN,
    STAND
  }

  private Move move = Move.STAND; // here

  public abstract Sender<Move> buttons();

  @Consumer(from = "buttons")
  void press(Move wanted) { // here
    if (move == wanted) { // here
      return;
    }
    move = wanted; // here
  }

  @PeriodicTimer(every = "1s")
  void step() { // here
    move = switch (move) { // here
      case UP, STAND -> Move.STAND;
      case DOWN -> {
        System.out.println("going down");
        yield Move.STAND;
      }
    };
  }
}
