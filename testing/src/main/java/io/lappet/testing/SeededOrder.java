package io.lappet.testing;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The order of a seed: chance decides everything. */
final class SeededOrder extends Order {
  /** One in so many threads that could go on lets others go first. */
  private static final int ONE_IN = 3;

  private final long seed;
  private final Random random;

  SeededOrder(long seed) {
    this.seed = seed;
    // The first numbers of Random are much alike for small seeds that follow each other.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  @Override
  OptionalLong seed() {
    return OptionalLong.of(seed);
  }

  @Override
  String name() {
    return "seed " + seed;
  }

  @Override
  String parameter() {
    return "-Dlappet.seed=" + seed;
  }

  @Override
  String replay() {
    return "Seed %d makes this run again: TestFabric.create(%d), or @LappetTest with %s."
        .formatted(seed, seed, parameter());
  }

  @Override
  boolean interrupts() {
    return random.nextInt(ONE_IN) == 0;
  }

  @Override
  Strand next(List<Strand> candidates, @Nullable Strand present) {
    List<Strand> others = others(candidates, present);
    return others.get(random.nextInt(others.size()));
  }
}
