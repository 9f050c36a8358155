package io.lappet.internal.fabric;

import io.lappet.Barrier;
import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.Coroutine;
import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.FabricFailedException;
import io.lappet.Failure;
import io.lappet.Fn;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.TimeSource;
import io.lappet.WiringException;
import io.lappet.Worker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.ChannelHost;
import io.lappet.internal.config.Configuration;
import io.lappet.internal.context.Context;
import io.lappet.internal.fabric.Settings.LockOrderWatch;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Probe;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.sync.BarrierCore;
import io.lappet.spi.DelegatingFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fabric: its state, and the door to what belongs to it. */
public final class FabricCore implements Fabric, ChannelHost {
  /*
   * NEW -> RUNNING -> DRAINING -> CLOSED | FAILED;  NEW -> DRAINING
   *
   * shutdown is not null from DRAINING on.
   */
  private final Settings settings;
  private final Seam seam;
  private final @Nullable Probe probe; // of a test
  private final TimeSource time;
  private final Failures failures;
  private final TimerQueue timers;
  private final WallClock wallClock;
  private final Progress progress;
  private final Crew crew;
  private final Roster roster;
  private final Coroutines coroutines;
  private final Venues venues;
  private final Chance chance;
  private final Configuration configuration;
  private final AtomicInteger drains = new AtomicInteger(); // shutdowns that wait for messages
  private volatile State state = State.NEW; // written with progress
  private @Nullable Throwable failure; // guarded by progress
  private volatile @Nullable Shutdown shutdown; // written with progress

  /** Makes a fabric of production. */
  public FabricCore(Settings settings) {
    this(settings, new Failures(settings.listeners()));
  }

  private FabricCore(Settings settings, Failures failures) {
    this(
        settings,
        failures,
        LockWatch.of(settings, failures),
        null,
        new Configuration(settings.config(), true));
  }

  private FabricCore(Settings settings, Seam seam, @Nullable Probe probe) {
    this(
        settings,
        new Failures(settings.listeners()),
        seam,
        probe,
        new Configuration(settings.config(), false));
  }

  private FabricCore(
      Settings settings,
      Failures failures,
      Seam seam,
      @Nullable Probe probe,
      Configuration configuration) {
    this.settings = settings;
    this.seam = seam;
    this.probe = probe;
    this.time = new SeamTime(seam);
    this.failures = failures;
    this.timers = new TimerQueue(seam, settings.name() + "-timers");
    this.wallClock = new WallClock(seam, timers);
    this.progress = new Progress(seam);
    this.crew = new Crew(seam, progress, failures, settings.threads());
    this.roster = new Roster(progress);
    this.coroutines = new Coroutines(this, progress, crew);
    this.venues = new Venues(this, settings.lanes());
    this.chance = new Chance(seam);
    this.configuration = configuration;
  }

  /** Makes a fabric with the settings of {@code builder} that waits through {@code seam}. */
  public static FabricCore on(Seam seam, Builder builder) {
    return new FabricCore(of(builder.build()).settings, seam, null);
  }

  /** As {@link #on(Seam, Builder)}, for a test: {@code probe} is told what happens. */
  public static FabricCore on(Seam seam, Builder builder, Probe probe) {
    Settings settings = of(builder.build()).settings;
    return new FabricCore(settings, LockWatch.ofTest(settings, seam, probe::disordered), probe);
  }

  /** The implementation behind a handle. */
  public static FabricCore of(Fabric fabric) {
    if (fabric instanceof FabricCore core) {
      return core;
    }
    if (fabric instanceof DelegatingFabric front) {
      return of(front.delegate());
    }
    throw new WiringException(
        fabric.getClass().getName() + " is not a fabric of this runtime; use Fabric.create()");
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
    return new Component(this, roster.freeName(name), name, self);
  }

  /** What is configured for it, and for all others. */
  public Configuration configuration() {
    return configuration;
  }

  /** What {@code key} stands for in this fabric, made by the first who asks. */
  public Object shared(Object key, String name, Function<Component, Object> maker) {
    LockOrder order = seam.lockOrder();
    if (order != null) {
      order.see(2); // the generated class of the interface, and who asks it
    }
    // The maker is generated code, which only makes locks, gates, permits and channels.
    return roster.shared(key, () -> new Component(this, roster.freeName(name), name, key), maker);
  }

  /** Takes in a component that is complete. */
  public void register(Component component) {
    progress.change(() -> {
      requireOpenFor(false, "register of " + component.name);
      roster.add(component);
    });
  }

  /** Takes in a channel. */
  void adopt(ChannelCore<?> channel) {
    roster.add(channel);
    if (progress.locked(this::hasEnded)) {
      channel.close();
    } else if (isClosing()) {
      channel.seal();
    }
  }

  // ---- Starting

  @Override
  public void start() {
    boolean refuses = probe != null || settings.lockOrder() == LockOrderWatch.REFUSE;
    LockWatch.lookAtStart(seam.lockOrder(), refuses, roster.classes(), failures);
    List<WorkerCore> claimed = new ArrayList<>();
    progress.change(() -> {
      requireOpenFor(false, "start");
      venues.askConfiguration();
      configuration.requireKnown();
      roster.wiring().requireOtherSides();
      for (WorkerCore worker : roster.workers()) {
        if (worker.claim(Worker.State.NEW)) {
          claimed.add(worker);
        }
      }
    });
    claimed.sort(Comparator.comparing(WorkerCore::kind));
    try {
      claimed.forEach(WorkerCore::prepare);
    } catch (Throwable e) {
      claimed.forEach(WorkerCore::unclaim); // none has a thread that runs
      throw e;
    }
    moveOn(State.NEW, State.RUNNING);
    launch(claimed);
  }

  private void launch(List<WorkerCore> claimed) {
    int launched = 0;
    try {
      for (WorkerCore worker : claimed) {
        launched++;
        worker.launch();
      }
    } catch (Throwable e) {
      claimed.subList(launched, claimed.size()).forEach(WorkerCore::unclaim);
      List<WorkerCore> begun = claimed.subList(0, launched);
      begun.forEach(WorkerCore::force);
      progress.awaitUninterruptibly(
          () -> begun.stream().allMatch(worker -> worker.alive() == 0),
          Deadlines.after(seam, settings.grace()));
      begun.forEach(WorkerCore::unstart);
      moveOn(State.RUNNING, State.NEW);
      throw e;
    }
  }

  private void moveOn(State from, State to) {
    progress.change(() -> {
      if (state == from) {
        state = to;
      }
    });
  }

  @Override
  public <T> T start(T component) {
    Objects.requireNonNull(component, "component");
    start();
    return component;
  }

  /** Makes {@code worker} alive if it rests in {@code expected}; says whether it did. */
  boolean claim(WorkerLife worker, Worker.State expected) {
    return progress.locked(() -> {
      requireOpenFor(false, "start of " + worker.name());
      return worker.claim(expected);
    });
  }

  /**
   * Throws if the fabric accepts nothing more. Call only when holding the lock.
   *
   * @param inside whether the caller belongs to the work that is being drained
   */
  void requireOpenFor(boolean inside, String call) {
    assert progress.isHeld();
    if (hasEnded() || (shutdown != null && !inside)) {
      throw new FabricClosedException(
          "Fabric \"" + name() + "\" is " + state + ": " + call + " is refused");
    }
  }

  /** Throws if the fabric accepts nothing more from the calling thread. */
  void requireOpen(String call) {
    if (shutdown != null) {
      boolean inside = Crew.isInside(this);
      progress.change(() -> requireOpenFor(inside, call));
    }
  }

  // ---- News from workers and channels

  @Override
  public boolean isInside() {
    return Crew.isInside(this);
  }

  /** A worker has ended. */
  void workerEnded() {
    roster.wiring().closeWhatHasEnded();
    progress.signal();
  }

  @Override
  public void onDone(ChannelCore<?> channel, boolean idle) {
    if (idle) {
      roster.wiring().closeIfEnded(channel);
    }
    if (drains.get() > 0) {
      progress.signal();
    }
  }

  /** From now on a shutdown, of the fabric or of a component, wants to know what is done. */
  void drainBegins() {
    drains.incrementAndGet();
  }

  void drainEnds() {
    drains.decrementAndGet();
  }

  /** Something failed that fails the fabric: it is shut down in order and keeps the cause. */
  void fail(Throwable cause) {
    progress.change(() -> {
      if (failure == null && !hasEnded()) {
        failure = cause;
      }
    });
    beginClose(settings.grace());
  }

  // ---- Context

  /** What a task takes along that the calling thread makes now; null if that is nothing. */
  @Nullable
  Context capture() {
    return Context.capture(settings.carriers());
  }

  /**
   * Runs the body of {@code name} in {@code context}, and gives the thread back what it had.
   *
   * @param context what {@link #capture} returned where it was made
   */
  <T extends @Nullable Object> T callIn(@Nullable Context context, String name, Callable<T> body)
      throws Exception {
    return Context.call(context, body, e -> restoreFailed(name, e));
  }

  private void restoreFailed(String name, Throwable thrown) {
    if (thrown instanceof Abandoned) {
      return;
    }
    failures.report(new Failure(name, "restore", Thread.currentThread(), thrown, Then.CONTINUE));
    if (probe != null) {
      probe.leaked(leak(name, "what a carrier could not restore: " + thrown));
    }
  }

  /** Whether this is the fabric of a test that wants to know what happens. */
  boolean isProbed() {
    return probe != null;
  }

  /** Tells a test of a call that is about to be made, which may hold it up or fail it. */
  void beforeCall(String name) throws Exception {
    if (probe != null) {
      probe.beforeCall(name);
    }
  }

  /** Notes, in a test, what the calling thread keeps of a call of {@code name} that has ended. */
  void noteLeaks(String name) {
    if (probe != null) {
      for (String leftover : Context.leftovers(settings.carriers())) {
        probe.leaked(leak(name, leftover));
      }
    }
  }

  private static String leak(String name, String what) {
    return "after " + name + ", thread " + Thread.currentThread().getName() + " keeps " + what;
  }

  // ---- Tasks

  @Override
  public <T> Task<T> submit(String name, Callable<T> body) {
    return errands()
        .submit(Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"));
  }

  @Override
  public Task<Void> after(Duration delay, String name, Body body) {
    return errands()
        .after(delay, Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"));
  }

  @Override
  public Task<Void> at(Instant moment, String name, Body body) {
    return errands()
        .at(
            Objects.requireNonNull(moment, "moment"),
            Objects.requireNonNull(name, "name"),
            Objects.requireNonNull(body, "body"));
  }

  @Override
  public List<Task<?>> tasks() {
    return venues.open();
  }

  @Override
  public <T, R> List<R> map(
      Collection<? extends T> in, int parallelism, Fn<? super T, ? extends R> fn)
      throws InterruptedException {
    return new Mapping<T, R>(this, new ArrayList<>(in), parallelism, fn).results();
  }

  @Override
  public TaskGroup group() {
    return new GroupCore(this);
  }

  @Override
  public Lane lane(String name) {
    return venues.lane(Objects.requireNonNull(name, "name"));
  }

  @Override
  public <T> Generator<T> generator(String name, Generator.Source<T> body) {
    return coroutines.generator(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"));
  }

  @Override
  public <I, O> Coroutine<I, O> coroutine(String name, Coroutine.Routine<I, O> body) {
    return coroutines.coroutine(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"));
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
    Shutdown present = progress.locked(() -> {
      Shutdown known = shutdown;
      if (known == null) {
        state = State.DRAINING;
        known = new Shutdown(this, roster.components(), roster.channels(), true, grace);
        shutdown = known;
      }
      return known;
    });
    present.begin(name() + "-close");
    present.hasten(grace);
    return present;
  }

  @Override
  public ShutdownReport stop(Object component, Duration grace) {
    Component found = roster.find(Objects.requireNonNull(component, "component"));
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
    roster.remove(component);
    component.giveUpInputs();
    component.lanes.forEach(LaneCore::seal);
    return report;
  }

  /** Stops the component unless that has happened; true for the first caller only. */
  public boolean closeOnce(Component component) {
    if (!component.closed.compareAndSet(false, true)) {
      return false;
    }
    if (roster.find(component.self) != null && !Shutdown.isRunBy(Thread.currentThread(), this)) {
      stop(component, settings.grace());
    }
    return true;
  }

  /**
   * Waits for a shutdown. A thread of the fabric is not waited for meanwhile, and the thread that
   * runs a shutdown does not wait.
   */
  private ShutdownReport await(Shutdown shutdown) {
    if (Shutdown.isRunBy(Thread.currentThread(), this)) {
      return ShutdownReport.CLEAN;
    }
    List<Job> jobs = Crew.jobsOfCaller(this);
    if (jobs.isEmpty()) {
      return shutdown.await();
    }
    crew.leaveForShutdown(jobs);
    try {
      serveOwnLane(jobs, shutdown);
      return shutdown.await();
    } finally {
      crew.comeBack(jobs);
    }
  }

  /** The shutdown waits for what is queued in a lane, which may wait for the calling thread. */
  private void serveOwnLane(List<Job> jobs, Shutdown shutdown) {
    LaneCore lane =
        jobs.stream().map(Job::lane).filter(Objects::nonNull).findFirst().orElse(null);
    boolean interrupted = false;
    while (lane != null && !shutdown.isOver()) {
      try {
        lane.serveUntil(shutdown::isOver, shutdown.latestEnd(), performs -> {
          crew.comeBack(jobs); // what it does now is waited for
          try {
            performs.run();
          } finally {
            crew.leaveForShutdown(jobs);
          }
        });
        lane = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The fabric's own shutdown is over. */
  void ended() {
    timers.stop();
    venues.stop(); // also those that were made meanwhile
    roster.clear();
    progress.change(() -> state = failure == null ? State.CLOSED : State.FAILED);
    roster.channels().forEach(ChannelCore::close); // also those that were made meanwhile
    coroutines.endTheRest();
  }

  @Override
  public void join() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (isRunByCaller() && !progress.locked(this::hasEnded)) {
      throw new IllegalStateException(Thread.currentThread().getName()
          + " belongs to fabric \""
          + name()
          + "\" and cannot wait for its end");
    }
    progress.await(this::hasEnded, Seam.NEVER);
    throwIfFailed();
  }

  private boolean isRunByCaller() {
    return !Crew.jobsOfCaller(this).isEmpty() || Shutdown.isRunBy(Thread.currentThread(), this);
  }

  /** Waits until the fabric is closing or no worker keeps the program alive. */
  void awaitNothingKeepsAlive() throws InterruptedException {
    progress.await(() -> shutdown != null || !isKeptAlive(), Seam.NEVER);
  }

  /** Whether a worker is alive that is no daemon. */
  boolean isKeptAlive() {
    return roster.workers().stream().anyMatch(worker -> !worker.isDaemon() && worker.isAlive());
  }

  void throwIfFailed() {
    Optional<Throwable> cause = failure();
    if (cause.isPresent()) {
      throw new FabricFailedException(
          "Fabric \"" + name() + "\" failed: " + cause.get(), cause.get());
    }
  }

  boolean hasEnded() {
    State present = state;
    return present == State.CLOSED || present == State.FAILED;
  }

  private @Nullable Shutdown shutdown() {
    return shutdown;
  }

  boolean isClosing() {
    return shutdown() != null;
  }

  // ---- Looking

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public State state() {
    return progress.locked(() -> state);
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(progress.locked(() -> failure));
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

  @Override
  public List<Worker> workers() {
    return List.copyOf(roster.workers());
  }

  @Override
  public Optional<Worker> worker(String name) {
    return workers().stream().filter(worker -> worker.name().equals(name)).findFirst();
  }

  @Override
  public List<Thread> threads() {
    return Venues.inOrder(jobs());
  }

  /** The threads that run user code now, and what each is there for. */
  Map<Thread, Job> jobs() {
    Map<Thread, Job> jobs = crew.jobs();
    venues.listThreads(jobs);
    return jobs;
  }

  @Override
  public List<Channel<?>> channels() {
    return List.copyOf(roster.channels());
  }

  @Override
  public Optional<Channel<?>> channel(String name) {
    return channels().stream().filter(channel -> channel.name().equals(name)).findFirst();
  }

  @Override
  public String describe() {
    return roster.wiring().describe(roster.channels());
  }

  @Override
  public Barrier barrier(int parties) {
    return new BarrierCore(seam, parties, null, null);
  }

  @Override
  public Barrier barrier(int parties, Runnable action, Duration timeout) {
    return new BarrierCore(
        seam,
        parties,
        Objects.requireNonNull(action, "action"),
        Objects.requireNonNull(timeout, "timeout"));
  }

  // ---- For the parts of the fabric

  @Override
  public Seam seam() {
    return seam;
  }

  /** Somebody has set the clock on the wall, and says so. */
  public void wallClockWasSet() {
    wallClock.hasMoved();
  }

  WallClock wallClock() {
    return wallClock;
  }

  TimerQueue timers() {
    return timers;
  }

  Failures failures() {
    return failures;
  }

  Progress progress() {
    return progress;
  }

  Crew crew() {
    return crew;
  }

  Roster roster() {
    return roster;
  }

  Venues venues() {
    return venues;
  }

  Errands errands() {
    return venues.errands();
  }

  Coroutines coroutines() {
    return coroutines;
  }

  Chance chance() {
    return chance;
  }

  @Override
  public String toString() {
    return "fabric \"" + name() + "\" (" + state() + ")";
  }
}
