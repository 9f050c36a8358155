package io.lappet.testing.corpus;

import io.lappet.testing.Explore;
import io.lappet.testing.ExploreError;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** All specimens, and how they are looked at. */
final class Corpus {
  /** How many seeds a specimen is given. */
  static final int SEEDS = 200;

  private Corpus() {}

  static List<Specimen> all() {
    return Stream.of(Locks.all(), Waits.all(), Channels.all(), Limits.all(), Times.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Whether {@code program} fails with {@code seed}. */
  static boolean failsWith(long seed, Explore.Body program) {
    try (TestFabric fabric = TestFabric.create(seed)) {
      program.run(fabric);
      return false;
    } catch (Throwable e) {
      return true;
    }
  }

  /** The number of the first interleaving that fails; empty if none does. */
  static OptionalInt firstFailure(Explore explore, Explore.Body program) {
    try {
      explore.run(program);
      return OptionalInt.empty();
    } catch (ExploreError e) {
      return OptionalInt.of(e.number());
    }
  }
}
