package io.lappet;

import io.lappet.annotation.Overflow;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.fabric.FabricMain;
import io.lappet.internal.fabric.LaneQueue;
import io.lappet.internal.fabric.Settings;
import io.lappet.spi.ConfigSource;
import io.lappet.spi.ContextCarrier;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * Everything that is wired, started and stopped together: the components that were made with it,
 * their workers, channels, timers and tasks.
 *
 * <p>A fabric is passed explicitly, as the first argument of the generated constructors; there is no
 * global one. Constructors never start a thread. {@link #start()} does, in an order in which
 * everything downstream exists before anything can flow: consumers, timers, daemons, producers.
 *
 * <p><b>States.</b> {@code NEW -> RUNNING -> DRAINING -> CLOSED}, or {@code FAILED} in place of
 * {@code CLOSED} when the fabric was shut down because of a failure. Tasks are served from the
 * beginning; only activations wait for {@code start}.
 *
 * <p><b>Closing</b> goes backwards along the dependencies: producers and timers are told to stop,
 * pending delayed tasks are cancelled, and the fabric waits until no channel that has a consumer
 * has an unfinished message and no ordinary task runs. Then channels close, consumers end, daemons
 * are interrupted, and active components that are {@link AutoCloseable} are closed in reverse order
 * of their making. When the grace has passed everything is interrupted, a {@code close} of a
 * component included, and the {@link ShutdownReport} says what was left. While a fabric drains, its
 * workers and tasks may still send and submit; from outside sends fail with {@link
 * ChannelClosedException} and submissions with {@link FabricClosedException}.
 *
 * <p>All methods may be called by any thread. What a thread did before {@code start} is visible to
 * every worker, and what workers did is visible after {@code close} or {@code join}.
 */
public interface Fabric extends AutoCloseable {
  /** The states of a fabric. */
  enum State {
    /** Made, nothing started. */
    NEW,
    /** Started, or starting. */
    RUNNING,
    /** Closing: what was accepted is dealt with, nothing new is accepted from outside. */
    DRAINING,
    /** Closed in order, or when its grace had passed. */
    CLOSED,
    /** Closed because of a failure, which {@link Fabric#failure()} has. */
    FAILED
  }

  /** Returns a new fabric with everything as it is by default. */
  static Fabric create() {
    return builder().build();
  }

  /** Returns a builder for a fabric with other settings. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Runs a whole program: creates a fabric, applies {@code app} to it, starts everything, and waits
   * until the fabric is closed or no producer, consumer or timer that is not a daemon is alive; then
   * closes it in order, which waits for tasks. Typical use is {@code Fabric.run(WovenApp::new)}.
   *
   * <p>While it runs, a shutdown hook closes the fabric in order when the JVM is told to end
   * (SIGTERM, Ctrl-C), and holds up the end until that is done or the grace has passed. A warning
   * is logged at the start if nothing keeps the program alive. If {@code app} throws, the fabric is
   * closed and the exception reaches the caller.
   *
   * @param app makes the components
   * @param <X> what {@code app} may throw
   * @throws FabricFailedException if the fabric failed; the cause is what failed it
   * @throws InterruptedException if the calling thread was interrupted; the fabric has been closed
   */
  static <X extends Exception> void run(App<X> app) throws X, InterruptedException {
    run(create(), app);
  }

  /**
   * As {@link #run(App)}, with a fabric made by {@link #builder()}.
   *
   * @param <X> what {@code app} may throw
   * @throws FabricFailedException if the fabric failed; the cause is what failed it
   * @throws InterruptedException if the calling thread was interrupted; the fabric has been closed
   */
  static <X extends Exception> void run(Fabric fabric, App<X> app) throws X, InterruptedException {
    FabricMain.run(fabric, app);
  }

  /**
   * Makes the components of a program.
   *
   * @param <X> what that may throw
   */
  @FunctionalInterface
  interface App<X extends Exception> {
    /** Makes them; what it returns is not used. */
    Object make(Fabric fabric) throws X;
  }

  /** The name of the fabric, {@code fabric} by default. */
  String name();

  /**
   * Starts every registered activation that has not been started. Doing so again has no effect on
   * those that have. A start that fails, because a thread could not be made, takes back what it had
   * started, leaves no thread, and throws what had failed it.
   *
   * @throws FabricClosedException if the fabric is closing or closed
   * @throws WiringException if something would be started that sends to a shared channel, and nobody
   *     takes from that, or the other way round; or if something is configured that nobody has;
   *     nothing has been started
   */
  void start();

  /**
   * Starts every registered activation that has not been started, among them those of {@code
   * component}, and returns it.
   *
   * @throws FabricClosedException if the fabric is closing or closed
   */
  <T> T start(T component);

  /**
   * Stops one component in the order in which a fabric is closed, calls its {@code close()} if it
   * is {@link AutoCloseable}, and forgets it. Has no effect on an object that is not registered.
   */
  ShutdownReport stop(Object component, Duration grace);

  /**
   * Closes in order, within the grace of the builder (30 seconds by default). May be called
   * repeatedly, by several threads, and from inside: each call returns when everything has ended,
   * but for the threads that are themselves waiting in {@code close}. Is not interruptible; the
   * interrupt stays set.
   *
   * <p>A consumer or a confined object that calls it, and behind whose call messages or calls wait
   * that nobody else takes, is needed for the drain: then the call returns as soon as that is so, and
   * what waits is dealt with after it.
   */
  @Override
  void close();

  /**
   * As {@link #close()} with another grace; zero interrupts everything at once. Who is needed for the
   * drain gets a report of what was left at that moment, which is not clean.
   */
  ShutdownReport close(Duration grace);

  /**
   * Waits until the fabric is closed.
   *
   * @throws IllegalStateException if called by a thread of the fabric before it is closed: closing
   *     would have to wait for that thread
   * @throws FabricFailedException if it has failed; the cause is what failed it
   * @throws InterruptedException if interrupted; the fabric goes on
   */
  void join() throws InterruptedException;

  /** The present state. */
  State state();

  /** What failed the fabric, if anything has. */
  Optional<Throwable> failure();

  /** The clock of the fabric, which a {@code TestFabric} controls. */
  TimeSource time();

  /**
   * Pauses the calling thread.
   *
   * @throws InterruptedException if interrupted, before or while sleeping
   */
  void sleep(Duration time) throws InterruptedException;

  /** The workers of all registered components, in the order in which they were declared. */
  List<Worker> workers();

  /** The worker with this full name, for instance {@code LogPipeline.parse}. */
  Optional<Worker> worker(String name);

  /** The tasks that run or wait for their delay, in the order in which they were made. */
  List<Task<?>> tasks();

  /** The live threads of workers and tasks, in the order in which they were started. */
  List<Thread> threads();

  /**
   * The channels, in the order in which they were made, to look at, wait for and close. A channel
   * whose only ends are one thread of a worker each refuses to be sent to or received from by hand
   * with an {@link IllegalStateException}, which names the accessor to declare.
   */
  List<Channel<?>> channels();

  /** The one of {@link #channels} with this full name, for instance {@code LogPipeline.raw}. */
  Optional<Channel<?>> channel(String name);

  /**
   * The wiring as a Mermaid flow chart: workers, the channels between them with their depths and
   * capacities, and what is sent and received by hand. It is made for people and may change.
   */
  String describe();

  /**
   * Runs {@code body} once, on a thread of its own: a virtual one from JDK 21 on. Closing waits for
   * it. A failure belongs to whoever asks the task.
   *
   * @param name the first part of the thread's name, which ends in a number
   * @throws FabricClosedException if the fabric is closed, or closing and the caller is outside
   */
  <T> Task<T> submit(String name, Callable<T> body);

  /**
   * Runs {@code body} once, not before {@code delay} has passed. Tasks due at the same instant are
   * started in the order in which they were made. Closing the fabric cancels what is not yet due.
   *
   * @throws FabricClosedException if the fabric is closed, or closing and the caller is outside
   */
  Task<Void> after(Duration delay, String name, Body body);

  /**
   * Runs {@code body} once, not before the clock on the wall shows {@code moment}; at once if it shows
   * a later time. If that clock is set meanwhile, or the machine was suspended, the task follows it:
   * within a second when it is put forward. Otherwise as {@link #after}.
   *
   * @throws FabricClosedException if the fabric is closed, or closing and the caller is outside
   */
  Task<Void> at(Instant moment, String name, Body body);

  /**
   * Makes a barrier for {@code parties} whose waits belong to this fabric.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  Barrier barrier(int parties);

  /**
   * As {@link #barrier(int)}, with an action and a timeout for waits that give none.
   *
   * @throws IllegalArgumentException if {@code parties} is less than one
   */
  Barrier barrier(int parties, Runnable action, Duration timeout);

  /**
   * Applies {@code fn} to all elements, at most {@code parallelism} at a time, each on a thread of its
   * own, and waits.
   *
   * @return the results in the order of {@code in}
   * @throws TaskFailedException with the first failure in the order of {@code in}; elements that have
   *     begun are completed, no further ones begin after a failure
   * @throws IllegalArgumentException if {@code parallelism} is less than one
   * @throws InterruptedException if interrupted; what has not ended is cancelled
   * @throws FabricClosedException if the fabric accepts nothing more
   */
  <T, R> List<R> map(Collection<? extends T> in, int parallelism, Fn<? super T, ? extends R> fn)
      throws InterruptedException;

  /** Makes an empty group of tasks. */
  TaskGroup group();

  /**
   * The lane that the builder was given under this name. {@code cpu} always is one, of one thread for
   * each processor.
   *
   * @throws WiringException if there is none of this name
   */
  Lane lane(String name);

  /**
   * Makes a generator whose thread has this name, with a number.
   *
   * @throws FabricClosedException if the fabric is closed, or closing and the caller is outside
   */
  <T> Generator<T> generator(String name, Generator.Source<T> body);

  /**
   * Makes a coroutine whose thread has this name, with a number.
   *
   * @throws FabricClosedException if the fabric is closed, or closing and the caller is outside
   */
  <I, O> Coroutine<I, O> coroutine(String name, Coroutine.Routine<I, O> body);

  /** The settings of a fabric. Not for use by several threads. */
  final class Builder {
    private Settings settings = Settings.DEFAULT;

    Builder() {}

    /** Names the fabric; the name is part of its messages. */
    public Builder name(String name) {
      settings = settings.withName(name);
      return this;
    }

    /** How long {@link Fabric#close()} waits for what was accepted. 30 seconds by default. */
    public Builder shutdownGrace(Duration grace) {
      settings = settings.withGrace(grace);
      return this;
    }

    /** Adds a listener. Several are told in the order in which they were added. */
    public Builder listener(FabricListener listener) {
      settings = settings.withListener(listener);
      return this;
    }

    /**
     * Makes the threads of all workers and tasks with {@code factory}; names, and whether a thread
     * is a daemon, are set afterwards. A factory that throws fails the start, or the task, for which
     * the thread was meant.
     */
    public Builder workerThreads(ThreadFactory factory) {
      settings = settings.withThreads(factory);
      return this;
    }

    /**
     * Adds a lane of so many threads.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public Builder lane(String name, int threads) {
      settings = settings.withLane(name, threads, null);
      return this;
    }

    /**
     * Adds a lane of so many threads for which at most {@code capacity} tasks wait. What becomes of
     * one more says {@code overflow}: with {@code BLOCK} the caller waits for room, with {@code FAIL}
     * it gets a {@link ChannelFullException}, with {@code DROP_NEW} and {@code DROP_OLD} the new task
     * or the oldest one is cancelled and counted in {@link Lane#dropped()}. A thread of the lane never
     * waits for room, as only it may make some: it runs the task in place. A delayed task whose time
     * comes while there is no room waits beyond the bound with {@code BLOCK} and fails with {@code
     * FAIL}.
     *
     * @throws IllegalArgumentException if one of the numbers is less than one
     */
    public Builder lane(String name, int threads, int capacity, Overflow overflow) {
      settings = settings.withLane(name, threads, new LaneQueue(capacity, overflow));
      return this;
    }

    /**
     * Adds a lane whose tasks {@code executor} runs: its threads, its names, its bounds. A task that
     * it rejects has failed with that rejection. It is not shut down with the fabric.
     */
    public Builder lane(String name, Executor executor) {
      settings = settings.withLane(name, executor);
      return this;
    }

    /**
     * Learns in which order the locks of this fabric are taken, and tells {@link
     * FabricListener#onHazard} at the first step against that order, though no thread has to wait. It
     * costs a few nanoseconds for each lock that is taken, and more the first time that one is taken
     * inside another. Locks of objects that were made without the fabric are not seen.
     *
     * <p>{@link Fabric#start} then also joins what the compilations of all modules have seen: a circle
     * of shared locks that no module shows alone is told before any thread runs. It reads a small file
     * beside the class of each live object, of each class whose code has made or asked for locks of this
     * fabric, and of those above them; in a named module whose package is not
     * open to this runtime there is nothing to read.
     */
    public Builder watchLockOrder() {
      settings = settings.withLockOrder(Settings.LockOrderWatch.TELL);
      return this;
    }

    /**
     * As {@link #watchLockOrder()}, and the call that takes a step against the order fails with a
     * {@link LockOrderException} before it has the lock. Each such step fails once; what is taken to
     * read alone does not. A circle that is certain at the start lets that fail with a {@link
     * WiringException}.
     */
    public Builder refuseLockOrder() {
      settings = settings.withLockOrder(Settings.LockOrderWatch.REFUSE);
      return this;
    }

    /**
     * Whether threads that wait in a circle for each other's locks are looked for, as they are by
     * default, and told to {@link FabricListener#onHazard}. Only who has to wait for a lock pays for
     * it.
     */
    public Builder findDeadlocks(boolean find) {
      settings = settings.withDeadlocks(find);
      return this;
    }

    /**
     * Replaces elements of annotations without compiling again: {@code
     * Map.of("LogPipeline.parse.concurrency", "8")}. The key is the name of the component, the method or
     * resource, and the element; a component {@code *} is any.
     *
     * <p>What is given here counts before system properties ({@code
     * lappet.LogPipeline.parse.concurrency}), the environment ({@code
     * LAPPET_LOGPIPELINE_PARSE_CONCURRENCY}), a file {@code lappet.properties} on the class path, and
     * the annotation, in that order. A value that the compiler would refuse, and a key that means
     * nothing for a component of this fabric, are a {@link WiringException}: the value when the object
     * is made, the key in {@link Fabric#start()}.
     *
     * @throws NullPointerException if a key or a value is null
     */
    public Builder config(Map<String, String> values) {
      return config(ConfigSource.of(values));
    }

    /** As {@link #config(Map)}; in place of what was given before. */
    public Builder config(ConfigSource source) {
      settings = settings.withConfig(source);
      return this;
    }

    /** Adds a carrier of foreign thread-local state. */
    public Builder carrier(ContextCarrier carrier) {
      settings = settings.withCarrier(carrier);
      return this;
    }

    /** Returns a new fabric. */
    public Fabric build() {
      return new FabricCore(settings);
    }
  }
}
