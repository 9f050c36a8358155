package io.lappet.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries schedules that chance makes by {@linkplain PriorityOrder priorities}, without end. */
final class RandomSearch implements Search {
  private final int changes;
  private long seed;
  private int length = 1; // of the longest run up to now
  private @Nullable ExploringOrder last;

  /**
   * Makes one.
   *
   * @param changes how often somebody falls behind in a run
   */
  RandomSearch(long seed, int changes) {
    this.seed = seed;
    this.changes = changes;
  }

  @Override
  public Optional<ExploringOrder> next() {
    if (last != null) {
      length = Math.max(length, last.choices().size());
    }
    last = new PriorityOrder(seed, changes, length);
    seed++;
    return Optional.of(last);
  }

  @Override
  public boolean isExhausted() {
    return false;
  }
}
