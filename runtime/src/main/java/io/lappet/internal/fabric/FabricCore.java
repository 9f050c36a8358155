package io.lappet.internal.fabric;

import io.lappet.Barrier;
import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.Coroutine;
import io.lappet.Fabric;
import io.lappet.Fn;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.TimeSource;
import io.lappet.WiringException;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.ChannelHost;
import io.lappet.internal.config.Configuration;
import io.lappet.internal.fabric.Settings.LockOrderWatch;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Probe;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.sync.BarrierCore;
import io.lappet.spi.DelegatingFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fabric: the door to its parts, and what these parts are. */
public final class FabricCore implements Fabric, ChannelHost {
  private final Settings settings;
  private final Seam seam;
  private final SeamTime time;
  private final Failures failures;
  private final TimerQueue timers;
  private final WallClock wallClock;
  private final Progress progress;
  private final Crew crew;
  private final Roster roster;
  private final FabricLife life;
  private final Contexts contexts;
  private final Coroutines coroutines;
  private final Venues venues;
  private final Chance chance;
  private final Configuration configuration;
  private final Closing closing;

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
    this.time = new SeamTime(seam);
    this.failures = failures;
    this.timers = new TimerQueue(seam, settings.name() + "-timers");
    this.wallClock = new WallClock(seam, timers);
    this.progress = new Progress(seam);
    this.crew = new Crew(seam, progress, failures, settings.threads());
    this.roster = new Roster(progress);
    this.life = new FabricLife(this, progress);
    this.contexts = new Contexts(settings.carriers(), failures, probe);
    this.coroutines = new Coroutines(this, progress, crew);
    this.venues = new Venues(this, settings.lanes());
    this.chance = new Chance(seam);
    this.configuration = configuration;
    this.closing = new Closing(this);
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
      life.requireOpenFor(false, "register of " + component.name);
      roster.add(component);
    });
  }

  /** Takes in a channel. */
  void adopt(ChannelCore<?> channel) {
    roster.add(channel);
    if (progress.locked(life::hasEnded)) {
      channel.close();
    } else if (life.isClosing()) {
      channel.seal();
    }
  }

  // ---- Starting

  @Override
  public void start() {
    boolean refuses = contexts.isProbed() || settings.lockOrder() == LockOrderWatch.REFUSE;
    new Launch(this, refuses, settings.grace()).run();
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
      life.requireOpenFor(false, "start of " + worker.name());
      return worker.claim(expected);
    });
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
  public boolean isHandledByCaller(ChannelCore<?> channel) {
    Job job = Threads.currentJob();
    return job != null
        && job.worker() instanceof WorkerCore worker
        && worker.input() == channel
        && job.isBusy();
  }

  @Override
  public void onDone(ChannelCore<?> channel, boolean idle) {
    if (idle) {
      roster.wiring().closeIfEnded(channel);
    }
    progress.messageDone();
  }

  /** Something failed that fails the fabric: it is shut down in order and keeps the cause. */
  void fail(Throwable cause) {
    life.failed(cause);
    closing.begin(settings.grace());
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
    return closing.close(Objects.requireNonNull(grace, "grace"));
  }

  @Override
  public ShutdownReport stop(Object component, Duration grace) {
    return closing.stop(Objects.requireNonNull(component, "component"), grace);
  }

  /** Stops the component unless that has happened; true for the first caller only. */
  public boolean closeOnce(Component component) {
    return closing.stopOnce(component, settings.grace());
  }

  /** The fabric's own shutdown is over. */
  void ended() {
    timers.stop();
    venues.stop(); // also those that were made meanwhile
    roster.clear();
    life.end();
    roster.channels().forEach(ChannelCore::close); // also those that were made meanwhile
    coroutines.endTheRest();
  }

  @Override
  public void join() throws InterruptedException {
    life.join();
  }

  // ---- Looking

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public State state() {
    return life.state();
  }

  @Override
  public Optional<Throwable> failure() {
    return life.failure();
  }

  @Override
  public TimeSource time() {
    return time;
  }

  @Override
  public void sleep(Duration length) throws InterruptedException {
    time.sleep(length);
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

  FabricLife life() {
    return life;
  }

  Contexts contexts() {
    return contexts;
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
