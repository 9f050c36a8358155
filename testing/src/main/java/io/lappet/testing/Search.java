package io.lappet.testing;

import java.util.Optional;

/** Which interleavings of a test are tried, one after the other. */
interface Search {
  /** The next one, after the one before has been run; empty if no other one is to be tried. */
  Optional<ExploringOrder> next();

  /** Whether {@link #next} has found that all have been tried. */
  boolean isExhausted();
}
