package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.ShutdownReport.StuckWorker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.fabric.WorkerCore.Kind;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a fabric, or one component of it, backwards along the dependencies: sources, drain, channels,
 * consumers, daemons, the user's {@code close}. Runs on a thread of its own, so that it can wait for
 * everybody but those who wait for it.
 */
final class Shutdown {
  /** How long those that were interrupted are waited for. */
  private static final Duration LAST_MOMENT = Duration.ofMillis(500);

  /** How long daemons are given to notice their interrupt before things are closed around them. */
  private static final Duration DAEMON_MOMENT = Duration.ofMillis(100);

  private final FabricCore fabric;
  private final Seam seam;
  private final List<Component> components;
  private final List<WorkerCore> workers;
  private final List<ChannelCore<?>> channels;
  private final boolean whole;
  private final long begun;
  private @Nullable Runner runner; // written before it runs
  private long deadline; // guarded by fabric.lock
  private int cancelled; // of the runner
  private boolean cutShort; // of the runner
  private @Nullable ShutdownReport report; // guarded by fabric.lock

  /**
   * Plans to end {@code components}.
   *
   * @param whole whether that is the whole fabric, with its tasks and timers
   */
  Shutdown(
      FabricCore fabric,
      List<Component> components,
      List<ChannelCore<?>> channels,
      boolean whole,
      Duration grace) {
    this.fabric = fabric;
    this.seam = fabric.seam();
    this.components = components;
    this.workers = components.stream().flatMap(c -> c.workers.stream()).toList();
    this.channels = List.copyOf(channels);
    this.whole = whole;
    this.begun = seam.nanos();
    this.deadline = Deadlines.after(seam, grace);
  }

  /** The thread of a shutdown. */
  private static final class Runner extends Thread {
    Runner(Runnable body, String name) {
      super(null, body, name, 0, false);
      setDaemon(false);
    }
  }

  /** Whether {@code thread} is one that runs a shutdown. */
  static boolean isRunBy(Thread thread) {
    return thread instanceof Runner;
  }

  void begin(String threadName) {
    runner = new Runner(this::run, threadName);
    seam.spawn(runner);
  }

  /** Lets the grace end after {@code grace} from now, if that is earlier. */
  void hasten(Duration grace) {
    fabric.lock.lock();
    try {
      deadline = Math.min(deadline, Deadlines.after(seam, grace));
      fabric.progress.signalAll();
    } finally {
      fabric.lock.unlock();
    }
  }

  boolean isFinished() {
    return report != null;
  }

  /** By when it is over for certain, unless the user's {@code close} takes long. */
  long latestEnd() {
    long moments = LAST_MOMENT.plus(DAEMON_MOMENT).toNanos();
    long end = Deadlines.add(deadline, moments);
    return seam.nanos() < end ? end : Seam.NEVER;
  }

  ShutdownReport report() {
    ShutdownReport present = report;
    if (present == null) {
      throw new IllegalStateException("not finished");
    }
    return present;
  }

  private void run() {
    seam.begin();
    try {
      ShutdownReport result = ShutdownReport.CLEAN;
      try {
        result = shutDown();
      } finally {
        finish(result);
      }
    } finally {
      seam.end();
    }
  }

  private ShutdownReport shutDown() {
    channels.forEach(ChannelCore::seal);
    stopSources();
    boolean inTime = untilInGrace(() -> sourcesHaveEnded() && isDrained());
    if (inTime) {
      channels.forEach(ChannelCore::close);
      inTime = untilInGrace(this::allButDaemonsHaveEnded);
    }
    if (!inTime) {
      interruptEverything();
    }
    endDaemons();
    Map<String, Integer> undelivered = undelivered();
    List<StuckWorker> stuck = stuck();
    channels.forEach(ChannelCore::closeNow);
    closeComponents();
    return new ShutdownReport(
        undelivered.isEmpty() && stuck.isEmpty() && !cutShort, undelivered, cancelled, stuck);
  }

  private void stopSources() {
    for (WorkerCore worker : workers) {
      if (worker.kind() == Kind.PRODUCER || worker.kind() == Kind.TIMER) {
        worker.stop();
      } else {
        worker.resume();
      }
    }
    if (whole) {
      for (TaskCore<?> task : fabric.taskCores()) {
        if (task.isDelayed() && task.cancel()) {
          cancelled++;
        }
      }
    }
  }

  private boolean sourcesHaveEnded() {
    return haveEnded(worker -> worker.kind() == Kind.PRODUCER || worker.kind() == Kind.TIMER);
  }

  private boolean allButDaemonsHaveEnded() {
    return haveEnded(worker -> worker.kind() != Kind.DAEMON) && tasksHaveEnded();
  }

  /** Whether these workers have ended, but for threads that wait for this very shutdown. */
  private boolean haveEnded(java.util.function.Predicate<WorkerCore> which) {
    return workers.stream()
        .filter(which)
        .allMatch(worker -> worker.alive() <= absentThreadsOf(worker));
  }

  private long absentThreadsOf(WorkerCore worker) {
    return fabric.absentJobs().stream().filter(job -> job.worker() == worker).count();
  }

  /** Whether nothing is unfinished, but for what those have in hand who wait for this shutdown. */
  private boolean isDrained() {
    List<ChannelCore<?>> drained =
        channels.stream().filter(fabric.wiring()::hasLivingConsumer).toList();
    long done = drained.stream().mapToLong(ChannelCore::done).sum();
    long inAbsentHands = fabric.absentJobs().stream()
        .filter(job -> job.isBusy() && isConsumerOfOurs(job))
        .count();
    boolean noTasks = tasksHaveEnded();
    long sent = drained.stream().mapToLong(ChannelCore::sent).sum();
    return noTasks && done + inAbsentHands == sent; // see Wiring.nothingUnfinished
  }

  private boolean isConsumerOfOurs(Job job) {
    return job.worker() instanceof ConsumerWorker<?, ?> consumer && workers.contains(consumer);
  }

  private boolean tasksHaveEnded() {
    if (!whole) {
      return true;
    }
    long absent =
        fabric.absentJobs().stream().filter(job -> job.worker() == null).count();
    return fabric.taskCores().stream().filter(task -> !task.isDaemon()).count() <= absent;
  }

  /** Waits until {@code ready} or the end of the grace; says whether it was in time. */
  private boolean untilInGrace(BooleanSupplier ready) {
    fabric.lock.lock();
    try {
      while (true) {
        long limit = deadline;
        if (until(() -> ready.getAsBoolean() || deadline < limit, limit) && ready.getAsBoolean()) {
          return true;
        }
        if (seam.nanos() >= deadline) {
          return false;
        }
      }
    } finally {
      fabric.lock.unlock();
    }
  }

  private boolean untilWithin(BooleanSupplier ready, Duration limit) {
    fabric.lock.lock();
    try {
      return until(ready, Deadlines.after(seam, limit));
    } finally {
      fabric.lock.unlock();
    }
  }

  private boolean until(BooleanSupplier ready, long limit) {
    assert fabric.lock.isHeldByCurrentThread();
    while (true) {
      try {
        return seam.await(fabric.lock, fabric.progress, ready, limit);
      } catch (InterruptedException e) {
        continue; // nobody has reason to interrupt this thread; the grace ends it
      }
    }
  }

  private void interruptEverything() {
    cutShort = true;
    for (WorkerCore worker : workers) {
      if (worker.kind() != Kind.DAEMON) {
        worker.force();
      }
    }
    if (whole) {
      for (TaskCore<?> task : fabric.taskCores()) {
        if (task.cancel()) {
          cancelled++;
        }
      }
    }
    untilWithin(this::allButDaemonsHaveEnded, LAST_MOMENT);
  }

  private void endDaemons() {
    for (WorkerCore worker : workers) {
      if (worker.kind() == Kind.DAEMON) {
        worker.force();
      }
    }
    untilWithin(() -> haveEnded(worker -> true), DAEMON_MOMENT);
  }

  private Map<String, Integer> undelivered() {
    Map<String, Integer> undelivered = new LinkedHashMap<>();
    Map<ChannelCore<?>, Long> excused = inHandsOfAbsentConsumers();
    for (ChannelCore<?> channel : channels) {
      int count = channel.undelivered() - excused.getOrDefault(channel, 0L).intValue();
      if (count > 0) {
        undelivered.merge(channel.name(), count, Integer::sum);
      }
    }
    return undelivered;
  }

  /** What consumers have in hand that wait for this shutdown is dealt with afterwards. */
  private Map<ChannelCore<?>, Long> inHandsOfAbsentConsumers() {
    Map<ChannelCore<?>, Long> counts = new LinkedHashMap<>();
    fabric.lock.lock();
    try {
      for (Job job : fabric.absentJobs()) {
        if (job.isBusy() && job.worker() instanceof ConsumerWorker<?, ?> consumer) {
          counts.merge(consumer.input(), 1L, Long::sum);
        }
      }
    } finally {
      fabric.lock.unlock();
    }
    return counts;
  }

  private List<StuckWorker> stuck() {
    List<StuckWorker> stuck = new ArrayList<>();
    Duration waited = Duration.ofNanos(seam.nanos() - begun);
    fabric.lock.lock();
    try {
      for (Map.Entry<Thread, Job> entry : fabric.jobs().entrySet()) {
        Job job = entry.getValue();
        if (job.isAwaited() && !fabric.isAbsent(job) && isOurs(job)) {
          Thread thread = entry.getKey();
          stuck.add(new StuckWorker(job.name(), thread, List.of(thread.getStackTrace()), waited));
        }
      }
    } finally {
      fabric.lock.unlock();
    }
    return stuck;
  }

  private boolean isOurs(Job job) {
    return job.worker() == null ? whole : workers.contains(job.worker());
  }

  private void closeComponents() {
    for (int i = components.size() - 1; i >= 0; i--) {
      Component component = components.get(i);
      if (component.self instanceof AutoCloseable closeable) {
        try {
          closeable.close();
        } catch (Throwable e) {
          fabric
              .failures()
              .report(
                  new Failure(component.name, "close", Thread.currentThread(), e, Then.CONTINUE));
          if (e instanceof Error) {
            fabric.fail(e);
          }
        }
      }
    }
  }

  private void finish(ShutdownReport result) {
    if (whole) {
      fabric.timers().stop();
    }
    fabric.lock.lock();
    try {
      report = result;
      if (whole) {
        fabric.ended();
      }
      fabric.progress.signalAll();
    } finally {
      fabric.lock.unlock();
    }
  }
}
