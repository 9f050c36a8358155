// LAP106
package jobs;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Both locks are taken, the monitor outside of nothing. */
public abstract class JobRunner {
  private final List<String> log = new ArrayList<>();

  @Synchronized(lock = "log")
  public synchronized void run(String job) { // here
    log.add("begin " + job);
    log.add("end " + job);
  }

  @Synchronized(lock = "log")
  public List<String> log() {
    return List.copyOf(log);
  }
}
