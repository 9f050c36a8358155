package dispatch;

import io.lappet.annotation.Daemon;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Waits for a job without any lock, and writes down under one that it was done. */
public abstract class Workers {
  private final JobQueue queue;
  private final List<String> done = new ArrayList<>();

  protected Workers(JobQueue queue) {
    this.queue = queue;
  }

  @Daemon(concurrency = 3)
  void run() throws InterruptedException {
    for (; ; ) {
      Runnable job = queue.take();
      job.run();
      done(job.toString());
    }
  }

  @Synchronized(lock = "status")
  void done(String name) {
    done.add(name);
  }

  @Synchronized(lock = "status")
  public List<String> status() {
    return List.copyOf(done);
  }
}
