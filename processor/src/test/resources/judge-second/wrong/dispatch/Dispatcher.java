// LAP207
package dispatch;

import io.lappet.annotation.Daemon;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Waits for a job while nobody can ask for the status. */
public abstract class Dispatcher {
  private final JobQueue queue;
  private final List<String> done = new ArrayList<>();

  protected Dispatcher(JobQueue queue) {
    this.queue = queue;
  }

  @Daemon
  void run() throws InterruptedException {
    while (true) {
      next();
    }
  }

  @Synchronized(lock = "status")
  void next() throws InterruptedException { // here
    Runnable job = queue.take(); // here
    job.run();
    done.add(job.toString());
  }

  @Synchronized(lock = "status")
  public List<String> status() {
    return List.copyOf(done);
  }
}
