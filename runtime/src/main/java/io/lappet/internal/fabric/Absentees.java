package io.lappet.internal.fabric;

import io.lappet.internal.channel.ChannelCore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who waits for a shutdown from inside: their threads are not waited for, nor what they have in hand;
 * but one of them may be needed for the drain.
 */
final class Absentees {
  private final FabricCore fabric;
  private final List<WorkerCore> workers;

  /** Those who wait for the end of {@code workers}. */
  Absentees(FabricCore fabric, List<WorkerCore> workers) {
    this.fabric = fabric;
    this.workers = workers;
  }

  /** Their jobs, as they are now. */
  Set<Job> jobs() {
    return fabric.progress().locked(() -> Set.copyOf(fabric.crew().absent()));
  }

  /** How many messages consumers among {@code workers} have in hand that wait. */
  long messagesInHand() {
    return fabric.crew().absent().stream()
        .filter(job -> job.isBusy() && isConsumerOfOurs(job))
        .mapToLong(job -> job.messages)
        .sum();
  }

  private boolean isConsumerOfOurs(Job job) {
    return job.worker() instanceof ConsumerWorker<?, ?, ?> consumer && workers.contains(consumer);
  }

  /** What consumers have in hand that wait; it is dealt with afterwards. */
  Map<ChannelCore<?>, Long> messagesByChannel() {
    Map<ChannelCore<?>, Long> counts = new LinkedHashMap<>();
    for (Job job : jobs()) {
      if (job.isBusy() && job.worker() instanceof ConsumerWorker<?, ?, ?> consumer) {
        counts.merge(consumer.input(), (long) job.messages, Long::sum);
      }
    }
    return counts;
  }

  /** Whether every thread of {@code worker} waits; so it is too if it has none. */
  boolean have(WorkerCore worker) {
    return worker.alive() <= threadsOf(worker);
  }

  private long threadsOf(WorkerCore worker) {
    return fabric.crew().absent().stream()
        .filter(job -> job.worker() == worker && !job.isOver())
        .count();
  }

  // ---- Who of them is needed

  /**
   * Whether something waits that only the thread which does {@code jobs} can do: handle the messages
   * behind the one in its hand, or run what waits for the loop that it runs.
   */
  boolean areNeeded(List<Job> jobs) {
    return jobs.stream().anyMatch(this::isNeeded);
  }

  private boolean isNeeded(Job job) {
    LoopCore loop = job.loop();
    if (loop != null && loop.hasMore()) {
      return true;
    }
    return job.worker() instanceof ConsumerWorker<?, ?, ?> consumer
        && workers.contains(consumer)
        && isNeeded(consumer, consumer.input());
  }

  /** Whether messages wait for a consumer, of which a thread waits here, and no other takes them. */
  private boolean isNeeded(ConsumerWorker<?, ?, ?> consumer, ChannelCore<?> input) {
    if (input.isTopic()) {
      return have(consumer) && consumer.hasMoreInput();
    }
    List<WorkerCore> consumers = fabric.roster().wiring().consumers(input);
    if (consumers.stream().allMatch(this::have)) {
      return input.unfinished() > messagesByChannel().getOrDefault(input, 0L);
    }
    return input.isHeldBack() && consumers.stream().noneMatch(this::isBusy);
  }

  /** Whether a thread of it has something in hand and does not wait here. */
  private boolean isBusy(WorkerCore worker) {
    return worker.isBusyBut(fabric.crew().absent());
  }
}
