package io.lappet.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The locks that calls of a method hold.
 *
 * @param read whether they only read what the lock guards
 * @param repeatable whether the body does no harm if it runs beside somebody who writes, as long as
 *     its result is thrown away
 */
public record HoldModel(
    List<LockUse> locks,
    boolean read,
    Optional<KeyUse> key,
    boolean fair,
    Optional<DurationModel> timeout,
    boolean repeatable) {
  /** The names of the locks, as they are written. */
  public List<String> names() {
    return locks.stream().map(LockUse::name).toList();
  }

  /** The names of those that have a field in the woven class. */
  public List<String> ownNames() {
    return locks.stream().filter(LockUse::isOwn).map(LockUse::name).toList();
  }

  /** Whether the same object can stand for them in all calls. */
  public boolean isOwn() {
    return locks.stream().allMatch(LockUse::isOwn);
  }
}
