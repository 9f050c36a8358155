// an event loop needs no lock, and its twins may call each other
package room;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Woven(confined = true)
public abstract class Room implements AutoCloseable {
  private final Map<String, Integer> guests = new LinkedHashMap<>();
  private int minutes;

  void enter(String name) {
    guests.merge(name, 1, Integer::sum);
    if (guests.size() > 10) {
      tidyAsync();
    }
  }

  void tidy() {
    guests.values().removeIf(visits -> visits < 2);
  }

  List<String> guests() {
    return List.copyOf(guests.keySet());
  }

  @PeriodicTimer(every = "1m")
  void tick() {
    if (++minutes % 60 == 0) {
      tidy();
    }
  }

  @Async
  public abstract void enterAsync(String name);

  @Async
  abstract void tidyAsync();

  @Async
  public abstract Task<List<String>> guestsAsync();

  @Override
  public void close() {
    guests.clear();
  }
}
