package io.lappet.processor.body.facts;

import java.util.List;
import java.util.Optional;

/** What a call of a woven method waits for and holds, in this order. */
public record Entry(
    Optional<Pass> gate, Optional<Pass> permit, List<Hold> locks, Optional<Guard> guard) {
  /** Nothing. */
  public static final Entry NONE =
      new Entry(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /**
   * A gate or permits; permits that belong to the method alone have its id as their name.
   *
   * @param count how many permits these are; 0 if their accessor says that
   */
  public record Pass(Resource what, boolean timed, int count) {
    /** A gate, or permits that have an accessor. */
    public Pass(Resource what, boolean timed) {
      this(what, timed, 0);
    }
  }

  /**
   * A guard.
   *
   * @param method the id of the guard
   */
  public record Guard(String method, boolean negated, boolean timed) {}
}
