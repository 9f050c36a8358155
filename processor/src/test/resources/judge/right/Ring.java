// a circle of channels one of which drops, so that nobody waits for ever
package ring;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;

public abstract class Ring {
  record Job(String name, int attempt) {}

  @ChannelSpec(capacity = 10)
  abstract Sender<Job> jobs();

  @ChannelSpec(capacity = 10, overflow = Overflow.DROP_NEW)
  abstract Sender<Job> retries();

  @Consumer(from = "jobs", to = "retries")
  Job run(Job job) {
    return job.attempt() < 3 && job.name().isBlank() ? new Job(job.name(), job.attempt() + 1) : null;
  }

  @Consumer(from = "retries", to = "jobs")
  Job again(Job job) {
    return job;
  }
}
