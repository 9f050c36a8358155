package io.lappet.gen;

import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A caller that waits in the line of its guard. All fields are guarded by the order of the queue. */
final class Waiter implements BooleanSupplier {
  static final long NOT_YET = 0;

  final Guard guard;
  final Condition changed;
  long arrival = NOT_YET;
  boolean admitted;

  @Nullable
  Waiter previous;

  @Nullable
  Waiter next;

  Waiter(Guard guard, Condition changed) {
    this.guard = guard;
    this.changed = changed;
  }

  @Override
  public boolean getAsBoolean() {
    return admitted;
  }
}
