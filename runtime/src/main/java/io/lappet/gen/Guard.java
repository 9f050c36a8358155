package io.lappet.gen;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A condition without parameters that callers of a {@link Monitor} wait for. Made by {@link
 * Monitor#guard}; those who wait for the same guard stand in one line, and the guard is looked at
 * once for all of them.
 */
public final class Guard {
  final BooleanSupplier condition;

  // The line, and its place among the lines; guarded by the order of the GuardQueue.
  @Nullable
  Waiter first;

  @Nullable
  Waiter last;

  @Nullable
  Guard previous;

  @Nullable
  Guard next;

  long lookedAt; // guarded by the monitor

  Guard(BooleanSupplier condition) {
    this.condition = condition;
  }
}
