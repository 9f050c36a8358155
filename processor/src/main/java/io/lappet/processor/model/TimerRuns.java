package io.lappet.processor.model;

import java.util.Optional;

/**
 * How the runs of a timer are made.
 *
 * @param jitter by how much at most a run begins late
 * @param overlap a constant of {@code Overlap}
 * @param timeout how long a run may take
 * @param limited where it says so
 */
public record TimerRuns(
    Optional<DurationModel> jitter,
    String overlap,
    Optional<DurationModel> timeout,
    Place limited) {
  /** The constant that means runs at the same time. */
  public static final String PARALLEL = "PARALLEL";

  /** Whether runs may take place at the same time. */
  public boolean areParallel() {
    return overlap.equals(PARALLEL);
  }
}
