package io.lappet.internal.fabric;

import io.lappet.Worker;
import org.jspecify.annotations.Nullable;

/** What one thread of a fabric is there for. Known to the thread as long as it lives. */
abstract class Job {
  final FabricCore fabric;

  /** How many messages it has in hand while it is busy with messages; written before that. */
  int messages = 1;

  Job(FabricCore fabric) {
    this.fabric = fabric;
  }

  /** The full name of the worker or task. */
  abstract String name();

  /** Whether closing waits for it, so that it may go on sending and submitting meanwhile. */
  abstract boolean isAwaited();

  /** The worker, unless this is a task. */
  abstract @Nullable Worker worker();

  /** Whether it has ended, although its thread may still tell listeners so. */
  boolean isOver() {
    return false;
  }

  /** Whether its thread has nothing to do now. */
  boolean isSuspended() {
    return false;
  }

  /** The job of the thread that waits for this one as for a call of its own; null if none does. */
  @Nullable
  Job onBehalfOf() {
    return null;
  }

  /** Whether it has something in hand that counts as unfinished. */
  abstract boolean isBusy();
}
