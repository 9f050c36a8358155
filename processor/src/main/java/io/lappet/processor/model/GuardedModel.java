package io.lappet.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A method whose calls hold locks.
 *
 * @param interruptible whether waiting for the locks may end by an interrupt
 */
public record GuardedModel(
    Signature signature,
    List<LockUse> locks,
    Optional<DurationModel> timeout,
    boolean interruptible,
    Place place) {
  /** A lock and where it is named; the empty name is the object's own lock. */
  public record LockUse(String name, Place place) {}

  /** The names of the locks, as they are written. */
  public List<String> lockNames() {
    return locks.stream().map(LockUse::name).toList();
  }
}
