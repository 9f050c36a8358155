// LAP206
package depot;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Waits until all jobs are done, in a helper, with the lock that each job needs to end. */
public abstract class Depot {
  private final List<String> log = new ArrayList<>();

  abstract Channel<Runnable> jobs();

  public void run(Runnable job) throws InterruptedException {
    jobs().send(job);
  }

  @Consumer(from = "jobs")
  void execute(Runnable job) {
    job.run();
    note("done");
  }

  @Synchronized(lock = "log")
  void note(String line) {
    log.add(line);
  }

  @Synchronized(lock = "log")
  public List<String> finish() throws InterruptedException { // here
    drain(); // here
    return List.copyOf(log);
  }

  private void drain() throws InterruptedException {
    jobs().awaitIdle(); // here
  }
}
