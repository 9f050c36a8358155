package io.lappet.testing;

import io.lappet.Fabric;
import io.lappet.FabricFailedException;
import io.lappet.ShutdownReport;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Probe;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A fabric for tests: its time is virtual, and one of its threads runs at a time.
 *
 * <pre>{@code
 * TestFabric fabric = TestFabric.create();
 * Heart heart = fabric.start(new WovenHeart(fabric)); // beats every second
 * fabric.advance(Duration.ofMinutes(1));              // takes no time
 * assertEquals(60, heart.beats());
 * assertTrue(fabric.close(Duration.ofSeconds(1)).clean());
 * }</pre>
 *
 * <p><b>Who runs.</b> The test is one of the threads, and while it runs no other does. The others
 * run while it waits: in {@link #settle}, {@link #advance}, {@link #close()}, or in any other call
 * that waits, such as {@code Task.join()} or {@code Channel.send(..)}. At each wait of a thread
 * another one goes on. Without a seed the order is fixed: nobody is held up who could go on, who
 * has waited longest is next, and what is due at the same instant runs in the order in which the
 * threads were started, the test last. With a seed the seed chooses, and holds up threads at locks
 * and waits now and then; the same seed makes the same run on every machine and JDK.
 *
 * <p><b>What time it is.</b> The clock stands still while anybody can go on. It moves in {@link
 * #advance}, {@link #advanceTo} and {@link #runUntil}, and as far as needed in a wait of the test
 * that has a limit. A test that waits without one for what cannot happen before the clock moves gets
 * an {@link IllegalStateException}. The time of day begins with the year 2000, in UTC, unless the
 * {@linkplain #options options} say otherwise; {@link #jump} moves it alone.
 *
 * <p><b>What is reported</b> to the test, instead of hanging: locks taken in a circle and a wait
 * for what can never happen, as {@link DeadlockError}; threads that go on and on while no time
 * passes, as {@link LivelockError}; a thread that has not come to a wait for five seconds of real
 * time, as {@link AssertionError}. The messages have stacks, what repeats the run, and the story of
 * the last 50 decisions.
 *
 * <p><b>Closing</b> by the test moves the clock as far as needed, at most by the grace and a
 * moment. Afterwards there is no thread left: one that does not end although it was told to is
 * thrown out of its wait. A fabric that is not closed leaves its threads waiting for good.
 *
 * <p><b>What threads keep.</b> A thread that is used again, of a worker or a lane, must not keep
 * what belonged to a call. It is looked at after each call; if a context key is still bound, a
 * carrier could not restore, or says that it is not {@linkplain
 * io.lappet.spi.ContextCarrier#isClean clean}, the next {@link #settle}, {@link #advance} or {@link
 * #close()} throws an {@link AssertionError} that names the task or worker, the thread and the key
 * or carrier. Thread-locals that no carrier knows cannot be seen.
 *
 * <p><b>The order of locks</b> is learnt in each run, as with {@link
 * Fabric.Builder#watchLockOrder()}. A step against it throws an {@link AssertionError} at the next
 * {@link #settle}, {@link #advance} or {@link #close()}, with the stacks of both sides, though no
 * threads wait for each other in this run; unless one has been reported in which they did. Before
 * that, {@link #start()} joins what the compilations of all modules have seen, and throws a {@link
 * io.lappet.WiringException} if shared locks are certainly taken in a circle.
 *
 * <p><b>Configuration.</b> Only what the builder was given counts, or {@link #create(long, Map)}: not
 * system properties, the environment, nor a file, which would make a test depend on where it runs.
 *
 * <p><b>Limits.</b> Only what waits through the fabric is under control. Code that blocks elsewhere
 * (input and output, {@code Thread.sleep}, queues of the JDK, objects made without the fabric)
 * holds up everything while it does. Races are explored at locks and waits only. Threads that the
 * test makes itself take no turns: to them the fabric is as in production but for its clock. A
 * thread other than the one that first used the fabric can take over by calling {@link #settle} or
 * {@link #advance} while that one does not wait.
 */
public final class TestFabric extends ForwardingFabric {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ShutdownReport GIVEN_UP = new ShutdownReport(false, Map.of(), 0, List.of());

  private final Baton baton;
  private final Scheduler scheduler;
  private final Fabric delegate;
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Queue<String> disorder = new ConcurrentLinkedQueue<>(); // in the order of locks
  private final Faults faults = new Faults(this);
  private volatile boolean failureSeen;

  /** What the fabric tells a test. */
  private final class Told implements Probe {
    @Override
    public void leaked(String what) {
      leaks.add(what);
    }

    @Override
    public void disordered(String what) {
      disorder.add(what);
    }

    @Override
    public void beforeCall(String name) throws Exception {
      faults.beforeCall(name);
    }
  }

  private TestFabric(Order order, Options options) {
    this.baton = new Baton(order, PATIENCE, options.longest);
    this.scheduler =
        new Scheduler(baton, options.start, options.zone, name -> faults().isOvertaken(name));
    this.delegate = ControlledFabric.on(scheduler, options.builder, new Told());
  }

  /** Returns a new fabric with the fixed order. */
  public static TestFabric create() {
    return options().create();
  }

  /** Returns a new fabric with the fixed order and the settings of {@code builder}. */
  public static TestFabric create(Builder builder) {
    return options().builder(builder).create();
  }

  /** Returns a new fabric with the order that {@code seed} makes. */
  public static TestFabric create(long seed) {
    return options().seed(seed).create();
  }

  /** Returns a new fabric with the order that {@code seed} makes and the settings of a builder. */
  public static TestFabric create(long seed, Builder builder) {
    return options().seed(seed).builder(builder).create();
  }

  /**
   * Returns a new fabric with the order that {@code seed} makes and {@linkplain Builder#config(Map)
   * other values} for elements of annotations.
   */
  public static TestFabric create(long seed, Map<String, String> config) {
    return create(seed, Fabric.builder().config(config));
  }

  /**
   * Returns options, to be changed: the fixed order, the beginning of the year 2000, UTC.
   *
   * <pre>{@code
   * TestFabric fabric = TestFabric.options()
   *     .seed(17)
   *     .start(Instant.parse("2026-03-29T00:59:00Z"))
   *     .zone(ZoneId.of("Europe/Berlin"))
   *     .create();
   * }</pre>
   */
  public static Options options() {
    return Options.DEFAULT;
  }

  /** What a test can choose. An object of this class never changes. */
  public static final class Options {
    private static final Options DEFAULT = new Options(
        Order::fixed,
        Instant.parse("2000-01-01T00:00:00Z"),
        ZoneOffset.UTC,
        Fabric.builder(),
        1_000_000);

    private final Supplier<Order> order;
    private final Instant start;
    private final ZoneId zone;
    private final Builder builder;
    private final int longest;

    private Options(
        Supplier<Order> order, Instant start, ZoneId zone, Builder builder, int longest) {
      this.order = order;
      this.start = Objects.requireNonNull(start, "start");
      this.zone = Objects.requireNonNull(zone, "zone");
      this.builder = Objects.requireNonNull(builder, "builder");
      this.longest = longest;
    }

    /** With the order that {@code seed} makes. */
    public Options seed(long seed) {
      return new Options(() -> Order.of(seed), start, zone, builder, longest);
    }

    /**
     * With the order of an interleaving that {@link Explore} has found.
     *
     * @throws IllegalArgumentException if that is no schedule
     */
    public Options schedule(String schedule) {
      Schedule parsed = Schedule.parse(schedule);
      return new Options(() -> new ScheduledOrder(parsed), start, zone, builder, longest);
    }

    /** With a time of day at which the clock begins. */
    public Options start(Instant start) {
      return new Options(order, start, zone, builder, longest);
    }

    /** With a time zone, for times of day that name none. */
    public Options zone(ZoneId zone) {
      return new Options(order, start, zone, builder, longest);
    }

    /** With the settings of {@code builder}. */
    public Options builder(Builder builder) {
      return new Options(order, start, zone, builder, longest);
    }

    /**
     * With another number of decisions, one million by default, after which threads that go on
     * while neither the clock moves nor the test goes on count as a livelock.
     */
    public Options livelockAfter(int decisions) {
      if (decisions < 1) {
        throw new IllegalArgumentException("One decision is the least, not " + decisions);
      }
      return new Options(order, start, zone, builder, decisions);
    }

    /** Returns a new fabric. */
    public TestFabric create() {
      return create(order.get());
    }

    TestFabric create(Order order) {
      return new TestFabric(order, this);
    }
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** The seed that makes the order; empty if the order is fixed. */
  public OptionalLong seed() {
    return baton.seed();
  }

  /** The time zone, in which times of day are meant that name none. */
  public ZoneId zone() {
    return scheduler.zone();
  }

  /**
   * Moves the clock by {@code time}, and lets everything happen that is due until then, the last
   * instant included. Each thing happens at its own time.
   *
   * @throws AssertionError if a thread that is used again keeps what belonged to a call, or locks
   *     were taken in one order and in another
   * @throws DeadlockError if threads wait in a circle for each other's locks
   * @throws IllegalStateException if called by a thread of the fabric, or while another thread of
   *     the test waits
   */
  public void advance(Duration time) {
    baton.advance(Deadlines.add(baton.nanos(), Deadlines.nanos(time)));
    requireNothingToTell();
  }

  /**
   * Moves the clock until the time of day is {@code time}, as {@link #advance} does.
   *
   * @throws AssertionError if a thread that is used again keeps what belonged to a call
   * @throws DeadlockError if threads wait in a circle for each other's locks
   * @throws IllegalArgumentException if that time has passed
   * @throws IllegalStateException if called by a thread of the fabric, or while another thread of
   *     the test waits
   */
  public void advanceTo(Instant time) {
    Instant now = time().now();
    if (time.isBefore(now)) {
      throw new IllegalArgumentException(time + " has passed: it is " + now);
    }
    advance(Duration.between(now, time));
  }

  /**
   * As {@link #runUntil(BooleanSupplier, Duration)}, for at most one day.
   *
   * @throws AssertionError if the condition does not come true within a day
   * @throws DeadlockError if it can never come true, because nothing more can happen
   */
  public void runUntil(BooleanSupplier condition) {
    runUntil(condition, Duration.ofDays(1));
  }

  /**
   * Lets everything happen, and moves the clock from each instant at which something is due to the
   * next one, until {@code condition} is true. It is looked at by the calling thread when nothing
   * more can happen before the clock moves; so it can read anything that the test can.
   *
   * @param limit how far to move the clock at most
   * @throws AssertionError if the condition does not come true within {@code limit}, or a thread
   *     that is used again keeps what belonged to a call
   * @throws DeadlockError if it can never come true, because nothing more can happen, or if threads
   *     wait in a circle for each other's locks
   * @throws IllegalStateException if called by a thread of the fabric, or while another thread of
   *     the test waits
   */
  public void runUntil(BooleanSupplier condition, Duration limit) {
    long end = Deadlines.add(baton.nanos(), Deadlines.nanos(limit));
    settle();
    while (!condition.getAsBoolean()) {
      long next = baton.nextDeadline();
      if (next == Seam.NEVER) {
        throw new DeadlockError(baton.report().notBy("and nothing more can happen"));
      }
      if (next > end) {
        throw new AssertionError(baton.report().notBy("within " + limit));
      }
      baton.advance(next);
      requireNothingToTell();
    }
  }

  /**
   * Moves the time of day alone, as when somebody sets the clock of the machine; a negative time
   * moves it back. {@code time().nanos()} and all that is due some time after something else stay as
   * they are. What waits for a time of day learns of it at once, and acts when the test lets it: in
   * {@link #settle}, for instance.
   */
  public void jump(Duration by) {
    scheduler.jump(by);
    ControlledFabric.clockWasSet(delegate);
  }

  /**
   * Lets the whole process stand still for {@code time}, as in a long pause of the garbage collector
   * or of a debugger: both clocks move, and nothing happens meanwhile. Whatever came due is late then,
   * all timers for instance, and happens when the test lets it: in {@link #settle}, for instance. To
   * make one timer late see {@link Faults#delayAt}; a machine that was suspended, whose monotonic
   * clock stood still as well, is a {@link #jump}.
   *
   * @throws IllegalArgumentException if {@code time} is negative
   * @throws IllegalStateException if called by a thread of the fabric, or while another thread of
   *     the test waits
   */
  public void standStill(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back: " + time);
    }
    baton.standStill(Deadlines.nanos(time));
  }

  /**
   * Lets everything happen that can happen before the clock moves.
   *
   * @throws AssertionError if a thread that is used again keeps what belonged to a call, or locks
   *     were taken in one order and in another
   * @throws DeadlockError if threads wait in a circle for each other's locks
   * @throws IllegalStateException if called by a thread of the fabric, or while another thread of
   *     the test waits
   */
  public void settle() {
    advance(Duration.ZERO);
  }

  /**
   * Says of every thread what it waits for, until when, and where it stands. The text is for people
   * and may change.
   */
  public String dump() {
    return baton.report().dump();
  }

  /** The last decisions on who goes on. */
  String story() {
    return baton.report().story();
  }

  /** How many decisions there have been. */
  long decisions() {
    return baton.turns();
  }

  /**
   * Ends a run of a test: closes, in the fixed order from now on.
   *
   * @throws AssertionError if the fabric has failed and the test has not been told
   */
  void finish() {
    baton.rest();
    close();
    if (!failureSeen && super.failure().isPresent()) {
      Throwable cause = super.failure().orElseThrow();
      throw new AssertionError("The fabric has failed: " + cause, cause);
    }
  }

  @Override
  public Fabric delegate() {
    return delegate;
  }

  @Override
  public Optional<Throwable> failure() {
    Optional<Throwable> failure = super.failure();
    failureSeen |= failure.isPresent();
    return failure;
  }

  @Override
  public void join() throws InterruptedException {
    try {
      super.join();
    } catch (FabricFailedException e) {
      failureSeen = true;
      throw e;
    }
  }

  @Override
  public void close() {
    closing(() -> {
      super.close();
      return GIVEN_UP; // nobody asks
    });
  }

  @Override
  public ShutdownReport close(Duration grace) {
    return closing(() -> super.close(grace));
  }

  /** Closes unless all was given up before; called by the test, leaves no thread. */
  private ShutdownReport closing(Supplier<ShutdownReport> close) {
    ShutdownReport report = closingAll(close);
    requireNothingToTell();
    return report;
  }

  private ShutdownReport closingAll(Supplier<ShutdownReport> close) {
    if (!baton.tryDrive()) {
      return close.get();
    }
    try {
      if (baton.isAbandoned()) {
        return GIVEN_UP;
      }
      ShutdownReport report = close.get();
      settle();
      faults.requireHappened();
      return report;
    } finally {
      requireNone(baton.abandon());
    }
  }

  private void requireNothingToTell() {
    String first = disorder.poll();
    if (first != null && !baton.hasToldOfDeadlock()) {
      throw new AssertionError(first + "\n" + order());
    }
    List<String> told = new ArrayList<>();
    for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
      told.add(leak);
    }
    if (!told.isEmpty()) {
      throw new AssertionError("Context that was not given back: " + String.join("; ", told));
    }
  }

  private String order() {
    return seed().isPresent() ? "(seed " + seed().getAsLong() + ")" : "(fixed order)";
  }

  private void requireNone(List<Thread> left) {
    if (!left.isEmpty()) {
      String names = left.stream().map(Thread::getName).collect(Collectors.joining(", "));
      throw new AssertionError(
          "Threads that did not end when the fabric was closed: " + names + "\n" + dump());
    }
  }
}
