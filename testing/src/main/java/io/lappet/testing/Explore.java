package io.lappet.testing;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a small test in many interleavings, one after the other, to find one that fails.
 *
 * <pre>{@code
 * Explore.Result result = Explore.all(fabric -> {
 *   Stock stock = new WovenStock(fabric, 1);
 *   Task<Boolean> anna = fabric.submit("anna", stock::take);
 *   Task<Boolean> ben = fabric.submit("ben", stock::take);
 *   assertTrue(anna.join() ^ ben.join());
 * });
 * assertTrue(result.exhausted());
 * }</pre>
 *
 * <p><b>Exhaustively</b> means: at each lock, wait and other point at which the order of threads
 * matters, each thread that could go on is tried. The plain course comes first, in which whoever
 * runs goes on until it has to wait; then all that depart from it once, then twice, and so on. So
 * what is found is told with as few departures as it takes. A departure that holds up a thread which
 * could go on is a preemption; {@linkplain #preemptions their number} in one run is bounded, because
 * most faults need one or two.
 *
 * <p><b>By chance</b> is for tests that are too large for that: each thread has a priority by chance,
 * and a few times the one that runs falls behind all others.
 *
 * <p>Each run has a fabric of its own, which is closed after it; what happens from the end of the
 * test on is not varied. The test must make everything anew and do the same in each run.
 *
 * <p>An object of this class is a number of settings, and never changes.
 */
public final class Explore {
  /** As it is a small test, it need not go on for long to go on for ever. */
  private static final TestFabric.Options OPTIONS = TestFabric.options().livelockAfter(100_000);

  private final OptionalLong seed; // of chance; empty if there is none
  private final int schedules;
  private final int preemptions;
  private final TestFabric.Options options;

  private Explore(OptionalLong seed, int schedules, int preemptions, TestFabric.Options options) {
    this.seed = seed;
    this.schedules = schedules;
    this.preemptions = preemptions;
    this.options = options;
  }

  /** A test, as a function of its fabric. */
  @FunctionalInterface
  public interface Body {
    /** Runs it. */
    void run(TestFabric fabric) throws Exception;
  }

  /**
   * What came of an exploration that found no failure.
   *
   * @param schedules how many interleavings were run
   * @param exhausted whether there is no other one with as few preemptions
   */
  public record Result(int schedules, boolean exhausted) {}

  /**
   * Explores exhaustively, with at most 10,000 interleavings and two preemptions in each.
   *
   * @throws ExploreError if the test fails in one of them
   * @throws IllegalStateException if the test does not do the same in each run
   */
  public static Result all(Body test) {
    return exhaustively().run(test);
  }

  /** Returns the settings of {@link #all}, to be changed. */
  public static Explore exhaustively() {
    return new Explore(OptionalLong.empty(), 10_000, 2, OPTIONS);
  }

  /** Returns settings for 1,000 interleavings by chance, which {@code seed} repeats. */
  public static Explore randomly(long seed) {
    return new Explore(OptionalLong.of(seed), 1_000, 2, OPTIONS);
  }

  /** With another number of interleavings at most. */
  public Explore schedules(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("One run is the least, not " + most);
    }
    return new Explore(seed, most, preemptions, options);
  }

  /** With another number of preemptions in one run at most; by chance, with just so many. */
  public Explore preemptions(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("A number of preemptions cannot be " + most);
    }
    return new Explore(seed, schedules, most, options);
  }

  /** With other settings of the fabric; its seed or schedule is not used. */
  public Explore with(TestFabric.Options options) {
    return new Explore(seed, schedules, preemptions, options);
  }

  /**
   * Runs {@code test} until it fails, or nothing is left to try, or it has been run as often as
   * allowed.
   *
   * @throws ExploreError if the test fails
   * @throws IllegalStateException if the test does not do the same in each run
   */
  public Result run(Body test) {
    Objects.requireNonNull(test, "test");
    Search search = search();
    int number = 0;
    while (number < schedules) {
      Optional<ExploringOrder> next = search.next();
      if (next.isEmpty()) {
        return new Result(number, search.isExhausted());
      }
      number++;
      run(next.get(), number, test);
    }
    return new Result(number, search.next().isEmpty() && search.isExhausted());
  }

  private Search search() {
    return seed.isPresent()
        ? new RandomSearch(seed.getAsLong(), preemptions)
        : new ExhaustiveSearch(preemptions);
  }

  private void run(ExploringOrder order, int number, Body test) {
    TestFabric fabric = options.create(order);
    Throwable failure = null;
    try {
      test.run(fabric);
    } catch (Throwable e) {
      failure = e;
    }
    String story = fabric.story();
    try {
      fabric.finish();
    } catch (Throwable e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
    }
    if (failure != null) {
      throw new ExploreError(order, number, story, failure);
    }
  }

  /**
   * Runs {@code test} once, in the interleaving of {@code schedule}, which a failure has told.
   *
   * @throws ExploreError if it fails
   * @throws IllegalArgumentException if that is no schedule
   */
  public static void repeat(String schedule, Body test) {
    exhaustively().run(new ScheduledOrder(Schedule.parse(schedule)), 1, test);
  }
}
