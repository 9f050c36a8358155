package dispatch;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;

/** A queue of jobs. */
public abstract class JobQueue {
  private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();

  boolean hasJob() {
    return !jobs.isEmpty();
  }

  @Synchronized
  public void put(Runnable job) {
    jobs.addLast(job);
  }

  @Synchronized
  @WaitUntil("hasJob")
  public Runnable take() throws InterruptedException {
    return jobs.removeFirst();
  }
}
