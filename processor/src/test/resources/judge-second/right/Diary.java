package plan;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** The task is begun under the lock and joined after it; a callback joins nothing. */
public abstract class Diary {
  private final List<String> appointments = new ArrayList<>();

  @Async
  abstract Task<Integer> conflictsAsync(String day);

  @Synchronized(lock = "calendar")
  Integer conflicts(String day) {
    return (int) appointments.stream().filter(it -> it.startsWith(day)).count();
  }

  public boolean book(String day, String what) {
    Task<Integer> conflicts = enter(day, what);
    conflicts.onFailure(failure -> System.err.println("no answer: " + failure));
    return conflicts.join() == 0;
  }

  @Synchronized(lock = "calendar")
  Task<Integer> enter(String day, String what) {
    appointments.add(day + " " + what);
    return conflictsAsync(day);
  }
}
