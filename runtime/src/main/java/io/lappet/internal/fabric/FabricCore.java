package io.lappet.internal.fabric;

import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.FabricFailedException;
import io.lappet.FabricListener;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TimeSource;
import io.lappet.WiringException;
import io.lappet.Worker;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.ChannelHost;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The fabric: what belongs to it, what state it is in, and who is told of what. */
public final class FabricCore implements Fabric, ChannelHost {
  /*
   * NEW -> RUNNING -> DRAINING -> CLOSED | FAILED;  NEW -> DRAINING
   *
   * shutdown is not null from DRAINING on. Whatever may let a waiting shutdown, or run(), go on is
   * followed by a signal of progress.
   */
  private final Settings settings;
  private final Seam seam;
  private final TimeSource time;
  private final Failures failures;
  private final TimerQueue timers;
  private final AtomicLong taskNumbers = new AtomicLong();

  final ReentrantLock lock = new ReentrantLock();
  final Condition progress = lock.newCondition();
  private State state = State.NEW; // guarded by lock
  private @Nullable Throwable failure; // guarded by lock
  private @Nullable Shutdown shutdown; // guarded by lock
  private final List<Component> components = new ArrayList<>(); // guarded by lock
  private final Map<String, Integer> namesakes = new HashMap<>(); // guarded by lock
  private final Map<ChannelCore<?>, Integer> adopted = new WeakHashMap<>(); // guarded by lock
  private int channelNumber; // guarded by lock
  private final Map<Thread, Job> jobs = new LinkedHashMap<>(); // guarded by lock
  private final Set<TaskCore<?>> tasks = new LinkedHashSet<>(); // guarded by lock
  private final Set<Job> absent = new HashSet<>(); // guarded by lock; those that wait in close()
  private volatile Wiring wiring = new Wiring(List.of()); // written with lock

  /** Makes a fabric of production. */
  public FabricCore(Settings settings) {
    this(settings, SystemSeam.INSTANCE);
  }

  private FabricCore(Settings settings, Seam seam) {
    this.settings = settings;
    this.seam = seam;
    this.time = new SeamTime(seam);
    this.failures = new Failures(settings.listeners());
    this.timers = new TimerQueue(seam, settings.name() + "-timers");
  }

  /** Makes a fabric with the settings of {@code builder} that waits through {@code seam}. */
  public static FabricCore on(Seam seam, Builder builder) {
    return new FabricCore(of(builder.build()).settings, seam);
  }

  /** The implementation behind a handle. */
  public static FabricCore of(Fabric fabric) {
    if (fabric instanceof FabricCore core) {
      return core;
    }
    if (fabric instanceof ControlledFabric controlled) {
      return of(controlled.delegate());
    }
    throw new WiringException(
        fabric.getClass().getName() + " is not a fabric of this runtime; use Fabric.create()");
  }

  /**
   * What a builder sets.
   *
   * @param name the name of the fabric
   * @param grace how long {@code close()} waits
   * @param listeners who is told, in this order
   * @param threads makes the threads of workers and tasks, or null
   */
  public record Settings(
      String name,
      Duration grace,
      List<FabricListener> listeners,
      @Nullable ThreadFactory threads) {
    /** What holds if nothing is set. */
    public static final Settings DEFAULT =
        new Settings("fabric", Duration.ofSeconds(30), List.of(), null);

    /** With another name. */
    public Settings withName(String name) {
      return new Settings(Objects.requireNonNull(name, "name"), grace, listeners, threads);
    }

    /** With another grace. */
    public Settings withGrace(Duration grace) {
      return new Settings(name, Objects.requireNonNull(grace, "grace"), listeners, threads);
    }

    /** With one more listener. */
    public Settings withListener(FabricListener listener) {
      List<FabricListener> all = new ArrayList<>(listeners);
      all.add(Objects.requireNonNull(listener, "listener"));
      return new Settings(name, grace, List.copyOf(all), threads);
    }

    /** With another maker of threads. */
    public Settings withThreads(ThreadFactory threads) {
      return new Settings(name, grace, listeners, Objects.requireNonNull(threads, "factory"));
    }
  }

  private record SeamTime(Seam seam) implements TimeSource {
    @Override
    public long nanos() {
      return seam.nanos();
    }

    @Override
    public Instant now() {
      return seam.now();
    }
  }

  // ---- Making

  /** Makes the component of a woven object; a second live one of the same name gets a number. */
  public Component component(String name, Object self) {
    lock.lock();
    try {
      int number = namesakes.merge(name, 1, Integer::sum);
      return new Component(this, number == 1 ? name : name + "#" + number, self);
    } finally {
      lock.unlock();
    }
  }

  /** Takes in a component that is complete. */
  public void register(Component component) {
    lock.lock();
    try {
      requireOpen("register of " + component.name);
      components.add(component);
      wiring = new Wiring(components);
    } finally {
      lock.unlock();
    }
  }

  /** Takes in a channel; it is kept as long as somebody else keeps it. */
  void adopt(ChannelCore<?> channel) {
    lock.lock();
    try {
      adopted.put(channel, channelNumber++);
      if (shutdown != null) {
        channel.seal();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Component find(Object self) {
    lock.lock();
    try {
      return components.stream().filter(c -> c.self == self).findFirst().orElse(null);
    } finally {
      lock.unlock();
    }
  }

  // ---- Starting

  @Override
  public void start() {
    List<WorkerCore> claimed = new ArrayList<>();
    lock.lock();
    try {
      requireOpen("start");
      for (Component component : components) {
        for (WorkerCore worker : component.workers) {
          if (worker.claim(Worker.State.NEW)) {
            claimed.add(worker);
          }
        }
      }
    } finally {
      lock.unlock();
    }
    claimed.sort(Comparator.comparing(WorkerCore::kind));
    try {
      claimed.forEach(WorkerCore::prepare);
    } catch (Throwable e) {
      claimed.forEach(WorkerCore::unclaim); // none has a thread that runs
      throw e;
    }
    moveOn(State.NEW, State.RUNNING);
    int launched = 0;
    try {
      for (WorkerCore worker : claimed) {
        launched++;
        worker.launch();
      }
    } catch (Throwable e) {
      claimed.subList(launched, claimed.size()).forEach(WorkerCore::unclaim);
      takeBack(claimed.subList(0, launched));
      moveOn(State.RUNNING, State.NEW);
      throw e;
    }
  }

  private void moveOn(State from, State to) {
    lock.lock();
    try {
      if (state == from) {
        state = to;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends workers that have just been launched. */
  private void takeBack(List<WorkerCore> launched) {
    launched.forEach(WorkerCore::force);
    long deadline = Deadlines.after(seam, settings.grace());
    lock.lock();
    try {
      seam.await(lock, progress, () -> launched.stream().allMatch(w -> w.alive() == 0), deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the start fails anyway
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> T start(T component) {
    Objects.requireNonNull(component, "component");
    start();
    return component;
  }

  /** Makes {@code worker} alive if it rests in {@code expected}; says whether it did. */
  boolean claim(WorkerCore worker, Worker.State expected) {
    lock.lock();
    try {
      requireOpen("start of " + worker.name());
      return worker.claim(expected);
    } finally {
      lock.unlock();
    }
  }

  /** Throws if the fabric accepts nothing more. */
  private void requireOpen(String call) {
    assert lock.isHeldByCurrentThread();
    if (shutdown != null) {
      throw new FabricClosedException(closedText(call));
    }
  }

  private String closedText(String call) {
    return "Fabric \"" + name() + "\" is " + state() + ": " + call + " is refused";
  }

  // ---- Threads

  Thread newThread(String name, ThreadKind kind, boolean daemon, Job job, Runnable body) {
    return Threads.make(settings.threads(), name, kind, daemon, () -> perform(job, body));
  }

  /** Starts a thread that {@link #newThread} has made. */
  void spawn(Thread thread) {
    seam.spawn(thread);
  }

  private void perform(Job job, Runnable body) {
    Thread thread = Thread.currentThread();
    seam.begin();
    try {
      Threads.enter(job);
      lock.lock();
      try {
        jobs.put(thread, job);
      } finally {
        lock.unlock();
      }
      failures.started(job.name(), thread);
      body.run();
    } finally {
      retire();
      failures.ended(job.name(), thread);
      Threads.leave();
      seam.end();
    }
  }

  /**
   * The calling thread runs no user code of its job any more. Said before anybody learns of the end
   * of the worker or task, so that who has joined it no longer finds the thread.
   */
  void retire() {
    lock.lock();
    try {
      jobs.remove(Thread.currentThread());
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Thread> threads() {
    lock.lock();
    try {
      return List.copyOf(jobs.keySet());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isInside() {
    Job job = Threads.currentJob();
    return job != null && job.fabric == this && job.isAwaited();
  }

  // ---- News from workers and channels

  /** A worker has ended. */
  void workerEnded() {
    wiring.closeWhatHasEnded();
    signalProgress();
  }

  @Override
  public void onIdle(ChannelCore<?> channel) {
    Wiring present = wiring;
    if (present.isCircular(channel)) {
      present.closeWhatHasEnded();
    }
    if (state() == State.DRAINING) {
      signalProgress();
    }
  }

  private void signalProgress() {
    lock.lock();
    try {
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Something failed that fails the fabric: it is shut down in order and keeps the cause. */
  void fail(Throwable cause) {
    lock.lock();
    try {
      if (failure == null && !hasEnded()) {
        failure = cause;
      }
    } finally {
      lock.unlock();
    }
    beginClose(settings.grace());
  }

  // ---- Tasks

  @Override
  public <T> Task<T> submit(String name, Callable<T> body) {
    Objects.requireNonNull(body, "body");
    TaskCore<T> task = newTask(name, "submit of " + name);
    launch(task, body);
    return task;
  }

  @Override
  public Task<Void> after(Duration delay, String name, Body body) {
    Objects.requireNonNull(body, "body");
    TaskCore<Void> task = newTask(name, "after, for " + name);
    Callable<Void> call = () -> {
      body.run();
      return null;
    };
    long due = Deadlines.after(seam, delay);
    task.delayedBy(timers.schedule(due, () -> launch(task, call)));
    if (state() == State.DRAINING) {
      task.cancel(); // delayed tasks are not waited for
    }
    return task;
  }

  private <T> TaskCore<T> newTask(String name, String call) {
    Objects.requireNonNull(name, "name");
    lock.lock();
    try {
      if (hasEnded() || (shutdown != null && !isInside())) {
        throw new FabricClosedException(closedText(call));
      }
      TaskCore<T> task = new TaskCore<>(this, seam, name + "-" + taskNumbers.incrementAndGet());
      tasks.add(task);
      return task;
    } finally {
      lock.unlock();
    }
  }

  private <T> void launch(TaskCore<T> task, Callable<T> body) {
    TaskCore<T>.Errand errand = task.new Errand(this);
    try {
      spawn(newThread(task.name(), ThreadKind.AUTO, true, errand, () -> {
        try {
          task.run(body, this::retire);
        } finally {
          taskEnded(task);
        }
      }));
    } catch (Throwable e) {
      task.fail(e);
      taskEnded(task);
    }
  }

  /** A task has ended, or its body has. */
  private void taskEnded(TaskCore<?> task) {
    lock.lock();
    try {
      tasks.remove(task);
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A task was cancelled; if its body runs, it is forgotten only when that has ended. */
  void taskCancelled(TaskCore<?> task) {
    if (!task.isRunning()) {
      taskEnded(task);
    }
  }

  @Override
  public List<Task<?>> tasks() {
    lock.lock();
    try {
      return tasks.stream()
          .filter(task -> !task.isDone())
          .<Task<?>>map(task -> task)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  List<TaskCore<?>> taskCores() {
    lock.lock();
    try {
      return List.copyOf(tasks);
    } finally {
      lock.unlock();
    }
  }

  // ---- Closing

  @Override
  public void close() {
    close(settings.grace());
  }

  @Override
  public ShutdownReport close(Duration grace) {
    return await(beginClose(Objects.requireNonNull(grace, "grace")));
  }

  /** Begins to close, or hastens a close that takes longer than {@code grace} from now. */
  private Shutdown beginClose(Duration grace) {
    Shutdown begun = null;
    Shutdown present;
    lock.lock();
    try {
      present = shutdown;
      if (present == null) {
        state = State.DRAINING;
        begun = new Shutdown(this, List.copyOf(components), channelCores(), true, grace);
        shutdown = begun;
        present = begun;
      }
    } finally {
      lock.unlock();
    }
    if (begun == null) {
      present.hasten(grace);
    } else {
      begun.begin(name() + "-close");
    }
    return present;
  }

  @Override
  public ShutdownReport stop(Object component, Duration grace) {
    Component found = find(Objects.requireNonNull(component, "component"));
    return found == null ? ShutdownReport.CLEAN : stop(found, grace);
  }

  private ShutdownReport stop(Component component, Duration grace) {
    Shutdown ofAll = shutdown();
    if (ofAll != null) {
      return await(ofAll); // which deals with this component too
    }
    Shutdown stopping = new Shutdown(this, List.of(component), component.channels, false, grace);
    stopping.begin(component.name + "-stop");
    ShutdownReport report = await(stopping);
    lock.lock();
    try {
      components.remove(component);
      wiring = new Wiring(components);
    } finally {
      lock.unlock();
    }
    return report;
  }

  private @Nullable Shutdown shutdown() {
    lock.lock();
    try {
      return shutdown;
    } finally {
      lock.unlock();
    }
  }

  /** Stops the component unless that has happened; true for the first caller only. */
  public boolean closeOnce(Component component) {
    if (!component.closed.compareAndSet(false, true)) {
      return false;
    }
    if (find(component.self) != null && !Shutdown.isRunBy(Thread.currentThread())) {
      stop(component, settings.grace());
    }
    return true;
  }

  /**
   * Waits for a shutdown; a thread of the fabric is not waited for meanwhile, and the thread that
   * runs the shutdown does not wait.
   */
  private ShutdownReport await(Shutdown shutdown) {
    if (Shutdown.isRunBy(Thread.currentThread())) {
      return ShutdownReport.CLEAN;
    }
    Job job = Threads.currentJob();
    boolean ours = job != null && job.fabric == this;
    boolean interrupted = false;
    lock.lock();
    try {
      if (ours) {
        absent.add(job);
        progress.signalAll();
      }
      while (!shutdown.isFinished()) {
        try {
          // In time for a controlled clock, which moves only for a wait with a limit.
          seam.await(lock, progress, shutdown::isFinished, shutdown.latestEnd());
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return shutdown.report();
    } finally {
      if (ours) {
        absent.remove(job);
      }
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Notes that the fabric's own shutdown is over. Call only when holding the lock. */
  void ended() {
    assert lock.isHeldByCurrentThread();
    state = failure == null ? State.CLOSED : State.FAILED;
    components.clear();
    progress.signalAll();
  }

  /** Whether the thread of {@code job} waits in close(). Call only when holding the lock. */
  boolean isAbsent(Job job) {
    assert lock.isHeldByCurrentThread();
    return absent.contains(job);
  }

  /** The jobs of those that wait in close(). Call only when holding the lock. */
  Set<Job> absentJobs() {
    assert lock.isHeldByCurrentThread();
    return absent;
  }

  /** All threads and their jobs. Call only when holding the lock. */
  Map<Thread, Job> jobs() {
    assert lock.isHeldByCurrentThread();
    return jobs;
  }

  @Override
  public void join() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    lock.lock();
    try {
      seam.await(lock, progress, this::hasEnded, Seam.NEVER);
      throwIfFailed();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the fabric is closing or no worker keeps the program alive. */
  void awaitNothingKeepsAlive() throws InterruptedException {
    lock.lock();
    try {
      seam.await(lock, progress, () -> shutdown != null || !isKeptAlive(), Seam.NEVER);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a worker is alive that is no daemon. */
  boolean isKeptAlive() {
    return workerCores().stream().anyMatch(worker -> !worker.isDaemon() && worker.isAlive());
  }

  void throwIfFailed() {
    Optional<Throwable> cause = failure();
    if (cause.isPresent()) {
      throw new FabricFailedException(
          "Fabric \"" + name() + "\" failed: " + cause.get(), cause.get());
    }
  }

  private boolean hasEnded() {
    return state == State.CLOSED || state == State.FAILED;
  }

  // ---- Looking

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Throwable> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public TimeSource time() {
    return time;
  }

  @Override
  public void sleep(Duration length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    ReentrantLock own = new ReentrantLock();
    Condition never = own.newCondition();
    own.lock();
    try {
      seam.await(own, never, () -> false, Deadlines.after(seam, length));
    } finally {
      own.unlock();
    }
  }

  List<WorkerCore> workerCores() {
    lock.lock();
    try {
      return components.stream()
          .flatMap(component -> component.workers.stream())
          .toList();
    } finally {
      lock.unlock();
    }
  }

  List<ChannelCore<?>> channelCores() {
    lock.lock();
    try {
      return adopted.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .<ChannelCore<?>>map(Map.Entry::getKey)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Worker> workers() {
    return List.copyOf(workerCores());
  }

  @Override
  public Optional<Worker> worker(String name) {
    return workers().stream().filter(worker -> worker.name().equals(name)).findFirst();
  }

  @Override
  public List<Channel<?>> channels() {
    return List.copyOf(channelCores());
  }

  @Override
  public Optional<Channel<?>> channel(String name) {
    return channels().stream().filter(channel -> channel.name().equals(name)).findFirst();
  }

  @Override
  public Seam seam() {
    return seam;
  }

  TimerQueue timers() {
    return timers;
  }

  Failures failures() {
    return failures;
  }

  Wiring wiring() {
    return wiring;
  }

  @Override
  public String toString() {
    return "fabric \"" + name() + "\" (" + state() + ")";
  }
}
