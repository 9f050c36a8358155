package io.lappet.testing;

import io.lappet.Fabric;
import io.lappet.FabricFailedException;
import io.lappet.ShutdownReport;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * #advance}, and as far as needed in a wait of the test that has a limit. A test that waits without
 * one for what cannot happen before the clock moves gets an {@link IllegalStateException}. The time
 * of day begins with the year 2000, in UTC.
 *
 * <p><b>What is reported</b> to the test, instead of hanging: locks taken in a circle and a wait
 * for what can never happen, as {@link DeadlockError}; a thread that has not come to a wait for
 * five seconds of real time, as {@link AssertionError}. The messages have stacks, the last
 * decisions, and the seed.
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
 * threads wait for each other in this run; unless one has been reported in which they did.
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
  private final Fabric delegate;
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Queue<String> disorder = new ConcurrentLinkedQueue<>(); // in the order of locks
  private volatile boolean failureSeen;

  private TestFabric(Order order, Builder builder) {
    this.baton = new Baton(order, PATIENCE);
    this.delegate = ControlledFabric.on(new Scheduler(baton), builder, leaks::add, disorder::add);
  }

  /** Returns a new fabric with the fixed order. */
  public static TestFabric create() {
    return create(Fabric.builder());
  }

  /** Returns a new fabric with the fixed order and the settings of {@code builder}. */
  public static TestFabric create(Builder builder) {
    return new TestFabric(Order.fixed(), builder);
  }

  /** Returns a new fabric with the order that {@code seed} makes. */
  public static TestFabric create(long seed) {
    return create(seed, Fabric.builder());
  }

  /** Returns a new fabric with the order that {@code seed} makes and the settings of a builder. */
  public static TestFabric create(long seed, Builder builder) {
    return new TestFabric(Order.of(seed), builder);
  }

  /** The seed that makes the order; empty if the order is fixed. */
  public OptionalLong seed() {
    return baton.seed();
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
  String trace() {
    return baton.report().trace();
  }

  /** Whether the fabric has failed and the test has not been told. */
  boolean hasFailedUnseen() {
    return !failureSeen && super.failure().isPresent();
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
