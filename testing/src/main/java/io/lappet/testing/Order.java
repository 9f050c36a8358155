package io.lappet.testing;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a {@link Scheduler}: who is held up where it could go on, and who is next.
 *
 * <p>Not safe for use by several threads; it belongs to whoever runs.
 */
abstract class Order {
  private boolean rests;

  /** The order without a seed: nobody is held up, and who has waited longest is next. */
  static Order fixed() {
    return new Fixed();
  }

  /** The order that {@code seed} makes, which is the same on every JDK. */
  static Order of(long seed) {
    return new SeededOrder(seed);
  }

  /** The seed, if one makes the order. */
  OptionalLong seed() {
    return OptionalLong.empty();
  }

  /** What to call the run in reports, for instance {@code seed 17}. */
  abstract String name();

  /** What makes a {@link LappetTest} run in this order again; empty for the fixed one. */
  abstract String parameter();

  /** How to make the same run again, as a sentence. */
  abstract String replay();

  /** From now on everything is as in the fixed order: what follows is not part of the test. */
  final void rest() {
    rests = true;
  }

  /** Whether a thread that could go on is to let others be asked. */
  final boolean givesWay() {
    return !rests && interrupts();
  }

  /**
   * Who is next.
   *
   * @param candidates who could go on, at least one; first who has waited longest
   * @param present the one of them that ran up to now and gave way; null if that cannot go on
   */
  final Strand choose(List<Strand> candidates, @Nullable Strand present) {
    return rests ? others(candidates, present).get(0) : next(candidates, present);
  }

  /** See {@link #givesWay}. */
  abstract boolean interrupts();

  /** See {@link #choose}. */
  abstract Strand next(List<Strand> candidates, @Nullable Strand present);

  /** All but {@code present}, if there is anybody else. */
  static List<Strand> others(List<Strand> candidates, @Nullable Strand present) {
    if (present != null && candidates.size() > 1) {
      candidates.remove(present);
    }
    return candidates;
  }

  private static final class Fixed extends Order {
    @Override
    String name() {
      return "fixed order";
    }

    @Override
    String parameter() {
      return "";
    }

    @Override
    String replay() {
      return "The order is fixed: every run is like this one.";
    }

    @Override
    boolean interrupts() {
      return false;
    }

    @Override
    Strand next(List<Strand> candidates, @Nullable Strand present) {
      return others(candidates, present).get(0);
    }
  }
}
