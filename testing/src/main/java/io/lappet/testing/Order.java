package io.lappet.testing;

import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a {@link Scheduler}: a seed makes all of them. Without one they are always the
 * same: nobody is held up where it could go on, and who has waited longest is next.
 *
 * <p>Not safe for use by several threads; it belongs to whoever runs.
 */
final class Order {
  /** With a seed, one in so many threads that could go on lets others go first. */
  private static final int ONE_IN = 3;

  private final OptionalLong seed;
  private final @Nullable Random random;

  private Order(OptionalLong seed, @Nullable Random random) {
    this.seed = seed;
    this.random = random;
  }

  /** The order without a seed. */
  static Order fixed() {
    return new Order(OptionalLong.empty(), null);
  }

  /** The order that {@code seed} makes, which is the same on every JDK. */
  static Order of(long seed) {
    // The first numbers of Random are much alike for small seeds that follow each other.
    return new Order(OptionalLong.of(seed), new Random(seed * 0x9E3779B97F4A7C15L));
  }

  OptionalLong seed() {
    return seed;
  }

  /** Whether a thread that could go on is to let others go first. */
  boolean givesWay() {
    return random != null && random.nextInt(ONE_IN) == 0;
  }

  /** Which of {@code number} candidates is next; the first has waited longest. */
  int choose(int number) {
    return random == null ? 0 : random.nextInt(number);
  }
}
