package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs jobs when they are due, on a lane, and goes on when one of them fails. */
abstract class JobScheduler {
  record Job(long due, String name, Runnable body) implements Comparable<Job> {
    @Override
    public int compareTo(Job other) {
      return Long.compare(due, other.due);
    }
  }

  private final PriorityQueue<Job> jobs = new PriorityQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private int started;
  private int ended;
  private volatile String lastName = "";

  abstract Fabric fabric();

  @Limit(permits = 4)
  abstract Lane workers();

  boolean hasJobs() {
    return !jobs.isEmpty();
  }

  @Synchronized
  void schedule(String name, Duration delay, Runnable body) {
    jobs.add(new Job(fabric().time().nanos() + delay.toNanos(), name, body));
  }

  @Synchronized
  @WaitUntil("hasJobs")
  Job next() throws InterruptedException {
    return jobs.peek();
  }

  @Synchronized
  Job takeDue(long now) {
    Job job = jobs.peek();
    return job != null && job.due() <= now ? jobs.poll() : null;
  }

  @Daemon
  void dispatch() throws InterruptedException {
    while (true) {
      Job first = next();
      long now = fabric().time().nanos();
      if (first.due() > now) {
        fabric().sleep(Duration.ofNanos(Math.min(first.due() - now, 10_000_000)));
      }
      Job due = takeDue(fabric().time().nanos());
      if (due != null) {
        started++;
        lastName = due.name();
        workers().submit(() -> run(due));
      }
    }
  }

  private Void run(Job job) {
    try {
      job.body().run();
    } catch (RuntimeException e) {
      failed.incrementAndGet();
    } finally {
      ended++; //! LAP201 //= finished();
    }
    return null;
  }

  @Synchronized
  void finished() {
    ended++;
  }

  int failed() {
    return failed.get();
  }

  String last() {
    return lastName;
  }
}
