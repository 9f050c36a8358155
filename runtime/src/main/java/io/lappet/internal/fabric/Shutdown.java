package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.ShutdownReport.StuckWorker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.fabric.WorkerLife.Kind;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ends a fabric, or one component of it, backwards along the dependencies: sources, drain, channels,
 * consumers, daemons, the user's {@code close}. Runs on a thread of its own, so that it can wait for
 * everybody but those who wait for it.
 */
final class Shutdown {
  /** How long those that were interrupted are waited for; a busy machine is slow to wake them. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

  /** When a thread that is itself needed looks again for the first time, and at the latest. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(1);

  private static final Duration LAST_LOOK = Duration.ofSeconds(1);

  /** How long daemons are given to notice their interrupt before things are closed around them. */
  private static final Duration DAEMON_MOMENT = Duration.ofMillis(500);

  private final FabricCore fabric;
  private final Seam seam;
  private final Progress progress;
  private final List<Component> components;
  private final List<WorkerCore> workers;
  private final Absentees absentees;
  private final List<ChannelCore<?>> channels;
  private final boolean whole;
  private final long begun;
  private final AtomicBoolean hasBegun = new AtomicBoolean();
  private boolean draining; // guarded by progress
  private long deadline; // guarded by progress
  private int cancelled; // of the runner
  private boolean cutShort; // of the runner
  private @Nullable ShutdownReport report; // guarded by progress

  /** Whose {@code close} runs now. */
  private @Nullable Component closing; // guarded by progress

  /** Who runs it. */
  private @Nullable Thread closer; // guarded by progress

  /** The last whose {@code close} took too long and was interrupted. */
  private @Nullable Component hurried; // guarded by progress

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
    this.progress = fabric.progress();
    this.components = components;
    this.workers = components.stream().flatMap(c -> c.workers.stream()).toList();
    this.absentees = new Absentees(fabric, workers);
    this.channels = List.copyOf(channels);
    this.whole = whole;
    this.begun = seam.nanos();
    this.deadline = Deadlines.after(seam, grace);
  }

  /** The thread of a shutdown. */
  private static final class Runner extends Thread {
    private final FabricCore fabric;

    Runner(FabricCore fabric, Runnable body, String name) {
      super(null, body, name, 0, false);
      this.fabric = fabric;
      setDaemon(false);
    }
  }

  /** Whether {@code thread} is one that runs a shutdown in {@code fabric}. */
  static boolean isRunBy(Thread thread, FabricCore fabric) {
    return thread instanceof Runner runner && runner.fabric == fabric;
  }

  /** Begins, unless that has happened. */
  void begin(String threadName) {
    if (hasBegun.compareAndSet(false, true)) {
      seam.spawn(new Runner(fabric, this::run, threadName));
    }
  }

  /** Lets the grace end after {@code grace} from now, if that is earlier. */
  void hasten(Duration grace) {
    long earlier = Deadlines.after(seam, grace);
    progress.change(() -> deadline = Math.min(deadline, earlier));
  }

  /** Waits until it is over. */
  ShutdownReport await() {
    // Most of the wait has a limit, because a controlled clock moves only for one that has.
    progress.awaitUninterruptibly(() -> report != null, latestEnd());
    while (progress.locked(() -> report == null)) {
      Component current = progress.locked(() -> closing);
      BooleanSupplier wentOn = () -> report != null || closing != current;
      if (current != null
          && !progress.awaitUninterruptibly(wentOn, Deadlines.after(seam, LAST_MOMENT))) {
        hurry(current);
      }
      progress.awaitUninterruptibly(wentOn, Seam.NEVER);
    }
    return Objects.requireNonNull(progress.locked(() -> report));
  }

  /**
   * As {@link #await()} for a thread of the fabric, which does {@code jobs}; but returns early, with
   * what is left at that moment, if that thread is {@linkplain Absentees#areNeeded needed} for the drain.
   */
  ShutdownReport awaitUnlessNeeded(List<Job> jobs) {
    BooleanSupplier goesOn = () -> report != null || draining && absentees.areNeeded(jobs);
    long pause = FIRST_LOOK.toNanos();
    // Nobody tells of what is sent and posted meanwhile, so it looks again by itself.
    while (!progress.awaitUninterruptibly(
        goesOn, Math.min(latestEnd(), Deadlines.after(seam, pause)))) {
      if (seam.nanos() >= latestEnd()) {
        return await();
      }
      pause = Math.min(2 * pause, LAST_LOOK.toNanos());
    }
    return isOver() ? await() : new ShutdownReport(false, undelivered(), 0, List.of());
  }

  /** Whether everybody who waits for it may go on. */
  boolean isOver() {
    return progress.locked(() -> report != null);
  }

  /** Interrupts the user's {@code close}, once. */
  private void hurry(Component component) {
    progress.change(() -> {
      if (closing == component && hurried != component && closer != null) {
        hurried = component;
        closer.interrupt();
      }
    });
  }

  /** By when it is over, unless the user's {@code close} takes longer. */
  long latestEnd() {
    long moments = LAST_MOMENT.plus(DAEMON_MOMENT).toNanos();
    return progress.locked(() -> Deadlines.add(deadline, moments));
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
    progress.watchTasks();
    try {
      return endEverything();
    } finally {
      progress.watchTasksNoMore();
    }
  }

  private ShutdownReport endEverything() {
    channels.forEach(ChannelCore::seal);
    stopSources();
    boolean inTime = drain();
    if (inTime) {
      channels.forEach(ChannelCore::close);
      stopConsumersOfOthers();
      inTime = untilInGrace(this::allButDaemonsHaveEnded);
    }
    if (!inTime) {
      interruptEverything();
    }
    boolean allHaveEnded = endDaemons();
    Map<String, Integer> undelivered = undelivered();
    List<StuckWorker> stuck = stuck();
    channels.forEach(ChannelCore::closeNow);
    closeComponents();
    if (whole && allHaveEnded && stuck.isEmpty()) {
      untilOver(fabric.crew()::isGone, DAEMON_MOMENT); // listeners are told of the last threads
    }
    return new ShutdownReport(
        undelivered.isEmpty() && stuck.isEmpty() && !cutShort, undelivered, cancelled, stuck);
  }

  private boolean drain() {
    progress.watchMessages();
    progress.change(() -> draining = true);
    try {
      return untilInGrace(() -> sourcesHaveEnded() && isDrained());
    } finally {
      progress.change(() -> draining = false);
      progress.watchMessagesNoMore();
    }
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
      for (TimedTask<?> task : fabric.timers().waiting(TimedTask.class)) {
        if (task.isDelayed() && task.takeBack()) {
          cancelled++;
        }
      }
    }
  }

  /** Those that take from a channel which stays open end here. */
  private void stopConsumersOfOthers() {
    for (WorkerCore worker : workers) {
      if (worker.kind() == Kind.CONSUMER && !channels.contains(worker.input())) {
        worker.stop();
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
  private boolean haveEnded(Predicate<WorkerCore> which) {
    return workers.stream().filter(which).allMatch(absentees::have);
  }

  /** Whether nothing is unfinished, but for what those have in hand who wait for this shutdown. */
  private boolean isDrained() {
    List<ChannelCore<?>> drained =
        channels.stream().filter(fabric.roster().wiring()::hasLivingConsumer).toList();
    long done = drained.stream().mapToLong(ChannelCore::done).sum();
    long inAbsentHands = absentees.messagesInHand();
    boolean noTasks = tasksHaveEnded();
    long sent = drained.stream().mapToLong(ChannelCore::sent).sum();
    return noTasks && done + inAbsentHands == sent; // see Wiring.nothingUnfinished
  }

  private boolean tasksHaveEnded() {
    if (!whole) {
      return true;
    }
    long excused = fabric.venues().awaited() == 0
        ? 0
        : fabric.crew().absent().stream().mapToLong(Job::awaitedTasks).sum();
    return fabric.venues().awaited() <= excused;
  }

  /** Waits until {@code ready} or the end of the grace, which may be hastened meanwhile. */
  private boolean untilInGrace(BooleanSupplier ready) {
    while (true) {
      long limit = progress.locked(() -> deadline);
      progress.awaitUninterruptibly(() -> ready.getAsBoolean() || deadline < limit, limit);
      if (progress.locked(ready::getAsBoolean)) {
        return true;
      }
      if (seam.nanos() >= progress.locked(() -> deadline)) {
        return false;
      }
    }
  }

  private boolean untilOver(BooleanSupplier ready, Duration limit) {
    return progress.awaitUninterruptibly(ready, Deadlines.after(seam, limit));
  }

  /** First takes back what has not begun, so that nothing begins where something else ends. */
  private void interruptEverything() {
    cancelTasks(TaskCore::takeBack);
    workers.stream().filter(worker -> worker.kind() != Kind.DAEMON).forEach(WorkerCore::forbid);
    for (WorkerCore worker : workers) {
      if (worker.kind() != Kind.DAEMON && worker.force()) {
        cutShort = true;
      }
    }
    cancelTasks(TaskCore::cancel);
    untilOver(this::allButDaemonsHaveEnded, LAST_MOMENT);
  }

  private void cancelTasks(Predicate<TaskCore<?>> way) {
    if (whole) {
      for (TaskCore<?> task : fabric.venues().unfinished()) {
        if (way.test(task)) {
          cancelled++;
          cutShort = true;
        }
      }
    }
  }

  private boolean endDaemons() {
    for (WorkerCore worker : workers) {
      if (worker.kind() == Kind.DAEMON) {
        worker.force();
      }
    }
    if (whole) {
      endTasks();
      fabric.coroutines().end();
    }
    return untilOver(this::daemonsHaveEnded, DAEMON_MOMENT);
  }

  private boolean daemonsHaveEnded() {
    return haveEnded(worker -> worker.kind() == Kind.DAEMON)
        && (!whole || (nothingRuns() && fabric.coroutines().haveEnded()));
  }

  /** Ends daemon tasks, and what was begun after everything had been interrupted. */
  private void endTasks() {
    Set<TaskCore<?>> excused = new HashSet<>();
    absentees.jobs().forEach(job -> excused.addAll(job.tasks()));
    List<TaskCore<?>> left = fabric.venues().unfinished();
    left.removeIf(excused::contains);
    LaneCore.cancel(left);
    fabric.venues().stop();
  }

  /** Whether no task and no thread of a lane is left, but for those who wait for this shutdown. */
  private boolean nothingRuns() {
    long tasks = fabric.venues().present();
    long threads = fabric.venues().poolThreads();
    if (tasks > 0 || threads > 0) {
      for (Job job : fabric.crew().absent()) {
        tasks -= job.tasks().size();
        threads -= job.isOfPool() ? 1 : 0;
      }
    }
    return tasks <= 0 && threads <= 0;
  }

  private Map<String, Integer> undelivered() {
    Map<String, Integer> undelivered = new LinkedHashMap<>();
    Map<ChannelCore<?>, Long> excused = absentees.messagesByChannel();
    for (ChannelCore<?> channel : channels) {
      int count = channel.undelivered() - excused.getOrDefault(channel, 0L).intValue();
      if (count > 0) {
        undelivered.merge(channel.name(), count, Integer::sum);
      }
    }
    return undelivered;
  }

  private List<StuckWorker> stuck() {
    List<StuckWorker> stuck = new ArrayList<>();
    Duration waited = Duration.ofNanos(seam.nanos() - begun);
    Set<Job> absent = absentees.jobs();
    Map<Thread, Job> jobs = fabric.jobs();
    Set<Job> onLoops = Crew.onLoops(jobs.values());
    jobs.forEach((thread, job) -> {
      if (!onLoops.contains(job)
          && job.isAwaited()
          && !job.isOver()
          && isOurs(job)
          && !isAbsent(job, absent)) {
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        stuck.add(new StuckWorker(job.name(), thread, stack, waited));
      }
    });
    return stuck;
  }

  private static boolean isAbsent(Job job, Set<Job> absent) {
    Job visitor = job instanceof LoopCore.Stint stint ? stint.visitor() : null;
    return absent.contains(job) || (visitor != null && absent.contains(visitor));
  }

  private boolean isOurs(Job job) {
    return job.worker() == null ? whole : workers.contains(job.worker());
  }

  private void closeComponents() {
    for (int i = components.size() - 1; i >= 0; i--) {
      Component component = components.get(i);
      if (component.self instanceof AutoCloseable closeable) {
        try {
          close(component, closeable);
        } catch (Abandoned e) {
          throw e;
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

  private void close(Component component, AutoCloseable closeable) throws Exception {
    progress.change(() -> {
      closing = component;
      closer = Thread.currentThread();
    });
    try {
      closeable.close();
    } finally {
      progress.change(() -> {
        closing = null;
        closer = null;
        if (hurried == component) {
          cutShort = true;
          Thread.interrupted(); // it was meant for that close only
        }
      });
    }
  }

  private void finish(ShutdownReport result) {
    if (whole) {
      fabric.ended();
    }
    progress.change(() -> report = result);
  }
}
