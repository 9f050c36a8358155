package io.lappet.internal.fabric;

import io.lappet.Body;
import io.lappet.Task;
import io.lappet.internal.context.Context;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the tasks of one twin have in common, or of one submit. Makes them. */
public final class Origin implements Home {
  static final long NONE = -1;

  final @Nullable FabricCore fabric;
  final Seam seam;
  final @Nullable Venue venue;
  final String name;
  final String method;
  final long delay; // NONE, or nanoseconds
  final long timeout; // NONE, or nanoseconds
  final boolean daemon;
  final boolean callerRuns;
  final boolean reports; // a failure, because nobody is there who could ask
  private final @Nullable Names names; // null if the user gave no name

  /** How many tasks have the name that the user gave: the first one has it alone. */
  private static final class Names {
    private final ReentrantLock lock = new ReentrantLock();
    private long given; // guarded by lock
  }

  private Origin(
      @Nullable FabricCore fabric,
      Seam seam,
      @Nullable Venue venue,
      String name,
      String method,
      long delay,
      long timeout,
      boolean daemon,
      boolean callerRuns,
      boolean reports,
      boolean isNamed) {
    this.fabric = fabric;
    this.seam = seam;
    this.venue = venue;
    this.name = name;
    this.method = method;
    this.delay = delay;
    this.timeout = timeout;
    this.daemon = daemon;
    this.callerRuns = callerRuns;
    this.reports = reports;
    this.names = isNamed ? new Names() : null;
  }

  /** Of ordinary tasks that {@code venue} runs. */
  static Origin of(FabricCore fabric, Venue venue, String name) {
    return of(fabric, venue, name, NONE);
  }

  /** Of tasks that run nowhere: somebody says how they end. */
  static Origin ofNothing(@Nullable FabricCore fabric, Seam seam, String name) {
    return new Origin(fabric, seam, null, name, "", NONE, NONE, false, false, false, false);
  }

  /** Of tasks that begin after so many nanoseconds. */
  static Origin of(FabricCore fabric, Venue venue, String name, long delay) {
    return new Origin(
        fabric, fabric.seam(), venue, name, "", delay, NONE, false, false, false, false);
  }

  /** Of the tasks of a twin. */
  static Origin of(FabricCore fabric, Venue venue, Options options) {
    return new Origin(
        fabric,
        fabric.seam(),
        venue,
        options.name,
        options.method,
        options.delay == null ? NONE : Deadlines.nanos(options.delay),
        options.timeout == null ? NONE : Deadlines.nanos(options.timeout),
        options.daemon,
        options.callerRuns,
        options.reports,
        options.isNamed);
  }

  /**
   * What a twin asks for.
   *
   * @param name the full name of its tasks, without their numbers
   * @param isNamed whether the user gave that name, which is the whole name of its first task
   * @param method the target
   * @param delay the time before a task begins; null is none
   * @param timeout the time that it may take; null is any
   * @param daemon whether closing does not wait for it
   * @param callerRuns whether who joins it may run it
   * @param reports whether failures are reported, because nobody can ask for them
   */
  public record Options(
      String name,
      boolean isNamed,
      String method,
      @Nullable Duration delay,
      @Nullable Duration timeout,
      boolean daemon,
      boolean callerRuns,
      boolean reports) {}

  @Override
  public Origin origin() {
    return this;
  }

  FabricCore venueFabric() {
    return Objects.requireNonNull(fabric);
  }

  Venue venueOf() {
    return Objects.requireNonNull(venue);
  }

  long nextNumber() {
    return fabric == null ? 0 : fabric.errands().nextNumber();
  }

  /** The name of {@code task}; gives it one if nobody has asked before. */
  String nameOf(Home.Named task) {
    Names counted = names;
    if (counted == null) {
      return name + "-" + task.number();
    }
    counted.lock.lock();
    try {
      String known = task.name;
      if (known == null) {
        counted.given++;
        known = counted.given == 1 ? name : name + "-" + counted.given;
        task.name = known;
      }
      return known;
    } finally {
      counted.lock.unlock();
    }
  }

  /** Whether its tasks are known by its name alone. */
  boolean isUnnumbered() {
    return venue == null;
  }

  /**
   * Whether tasks may remember the thread that ran them, because it lives longer than they do; else
   * they remember its number.
   */
  boolean keepsThreads() {
    return venue instanceof LaneCore;
  }

  /**
   * Makes a task and lets it run.
   *
   * @param body a {@link Callable} or a {@link Body}
   * @throws io.lappet.FabricClosedException if the fabric or the lane accepts nothing more
   */
  public <T> Task<T> start(Object body) {
    return begin(body);
  }

  /** As {@link #start}; the future ends as the task does, and cancelling it cancels the task. */
  public <T> CompletableFuture<T> startFuture(Object body) {
    return TaskFuture.of(begin(body));
  }

  <T> TaskCore<T> begin(Object body) {
    if (delay >= 0 || timeout >= 0) {
      Object inContext = inContext(body);
      return beginTimed(inContext, new TimedTask<>(this, inContext), delay);
    }
    TaskCore<T> task = make(body);
    launch(task);
    return task;
  }

  /** Makes a task that has neither a delay nor a timeout, for {@link #launch}. */
  <T> TaskCore<T> make(Object body) {
    Object inContext = inContext(body);
    TaskCore<T> task = new TaskCore<>(this, inContext);
    nameAfter(task, inContext);
    return task;
  }

  void launch(TaskCore<?> task) {
    seam.giveWay();
    try {
      venueOf().accept(task);
    } catch (Throwable e) {
      task.cancel(false);
      throw e;
    }
  }

  /** Makes a task that begins after so many nanoseconds; the origin says that it is delayed. */
  <T> TaskCore<T> beginAfter(long nanos, Object body) {
    Object inContext = inContext(body);
    return beginTimed(inContext, new TimedTask<>(this, inContext), nanos);
  }

  /** Makes a task that begins at a time of day; the origin says that it is delayed. */
  <T> TaskCore<T> beginAt(Instant moment, Object body) {
    Object inContext = inContext(body);
    return beginTimed(inContext, new DatedTask<>(this, inContext, moment), delay);
  }

  private <T> TaskCore<T> beginTimed(Object body, TimedTask<T> task, long delay) {
    FabricLife life = venueFabric().life();
    life.requireOpen(name);
    nameAfter(task, body);
    seam.giveWay();
    try {
      task.begin(delay);
    } catch (Throwable e) {
      task.cancel(false);
      throw e;
    }
    if (life.isClosing() && task.isDelayed()) {
      task.takeBack(); // delayed tasks are not waited for
    }
    return task;
  }

  /** The one place where a task gets what it takes along from the thread that makes it. */
  private Object inContext(Object body) {
    Contexts contexts = venueFabric().contexts();
    Context context = contexts.capture();
    Object called = contexts.isProbed() ? probed(contexts, body) : body;
    return context == null ? called : new InContext(contexts, context, asCallable(called));
  }

  private Object probed(Contexts contexts, Object body) {
    Callable<@Nullable Object> callable = asCallable(body);
    Callable<@Nullable Object> probed = () -> {
      contexts.beforeCall(name);
      return callable.call();
    };
    return probed;
  }

  /** A body with what it takes along. */
  private static final class InContext implements Callable<@Nullable Object> {
    private final Contexts contexts;
    private final Context context;
    private final Callable<@Nullable Object> body;
    private String name = ""; // of the task, set before it is run

    InContext(Contexts contexts, Context context, Callable<@Nullable Object> body) {
      this.contexts = contexts;
      this.context = context;
      this.body = body;
    }

    @Override
    public @Nullable Object call() throws Exception {
      return contexts.callIn(context, name, body);
    }
  }

  private static void nameAfter(TaskCore<?> task, Object body) {
    if (body instanceof InContext inContext) {
      inContext.name = task.name();
    }
  }

  @SuppressWarnings("unchecked") // what is not one is the other
  private static Callable<@Nullable Object> asCallable(Object body) {
    if (body instanceof Callable<?> callable) {
      return (Callable<@Nullable Object>) callable;
    }
    return () -> {
      ((Body) body).run();
      return null;
    };
  }
}
