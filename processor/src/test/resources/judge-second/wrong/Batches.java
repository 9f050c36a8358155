// LAP205
package jobs;

import io.lappet.annotation.PeriodicTimer;
import java.util.ArrayList;
import java.util.List;

/** The timer of an anonymous class is seen by no processor. */
public final class Batches {
  private Batches() {}

  /** What is done again and again. */
  abstract static class Job {
    abstract void run();
  }

  static List<Job> jobs(List<String> names) {
    List<Job> jobs = new ArrayList<>();
    for (String name : names) {
      jobs.add(new Job() { // here
        @Override
        @PeriodicTimer(every = "10s") // here
        void run() { // here
          System.out.println("running " + name);
        }
      });
    }
    return jobs;
  }
}
