package io.lappet.gen;

import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A caller that waits in the line of its guard. All fields are guarded by the order of the queue. */
final class Waiter implements BooleanSupplier {
  final Guard guard;
  final long arrival;
  final Condition changed;
  boolean admitted;

  @Nullable
  Waiter previous;

  @Nullable
  Waiter next;

  Waiter(Guard guard, long arrival, Condition changed) {
    this.guard = guard;
    this.arrival = arrival;
    this.changed = changed;
  }

  @Override
  public boolean getAsBoolean() {
    return admitted;
  }
}
