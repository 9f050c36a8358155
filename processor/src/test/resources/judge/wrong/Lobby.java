// LAP201
package lobby;

import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** The twin holds the lock, and the timer changes the field in a ternary without. */
public abstract class Lobby {
  private List<String> waiting = new ArrayList<>(); // here
  private int limit = 10;

  @Synchronized
  void enter(String name) {
    if (waiting.size() < limit) {
      waiting.add(name); // here
    }
  }

  @Async
  public abstract void enterAsync(String name);

  @PeriodicTimer(every = "1m")
  void close() {
    List<String> guests = waiting; // here
    waiting = guests.isEmpty() ? guests : new ArrayList<>(); // here
    guests.forEach(name -> System.out.println("good night, " + name));
  }

  @Synchronized
  public void limit(int guests) {
    limit = guests;
  }
}
