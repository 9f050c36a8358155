// LAP206
package plan;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Joins a task that needs the lock which the joiner holds. */
public abstract class Planner {
  private final List<String> appointments = new ArrayList<>();

  @Async
  abstract Task<Integer> conflictsAsync(String day);

  @Synchronized(lock = "calendar")
  Integer conflicts(String day) { // here
    return (int) appointments.stream().filter(it -> it.startsWith(day)).count();
  }

  @Synchronized(lock = "calendar")
  public boolean book(String day, String what) { // here
    Task<Integer> conflicts = conflictsAsync(day);
    if (what.isBlank()) {
      return false;
    }
    appointments.add(day + " " + what);
    return conflicts.join() == 0; // here
  }
}
