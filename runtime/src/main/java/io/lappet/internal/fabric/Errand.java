package io.lappet.internal.fabric;

import org.jspecify.annotations.Nullable;

/** A task on a thread of its own, and that thread. */
final class Errand extends Job implements Runnable {
  private final Errands errands;
  final TaskCore<?> errand;
  private volatile @Nullable Thread thread; // while it may be in user code

  // Of the list that knows it; guarded by its lock.
  @Nullable
  Errand before;

  @Nullable
  Errand after;

  Errand(FabricCore fabric, Errands errands, TaskCore<?> errand) {
    super(fabric);
    this.errands = errands;
    this.errand = errand;
  }

  @Override
  public void run() {
    Thread me = Thread.currentThread();
    fabric.seam().begin();
    try {
      Threads.enter(this);
      number = fabric.crew().nextNumber();
      thread = me;
      begin(errand);
      fabric.crew().begins(errand.name());
      errand.run(this);
    } finally {
      thread = null;
      end();
      errands.over(this);
      fabric.crew().ends(errand.name());
      Threads.leave();
      fabric.seam().end();
    }
  }

  @Override
  void bodyEnded() {
    if (isOutermost()) {
      thread = null;
    }
  }

  /** Its thread, while that may be in user code. */
  @Nullable
  Thread thread() {
    return thread;
  }

  @Override
  String name() {
    return errand.name();
  }

  @Override
  boolean isAwaited() {
    return !errand.isDaemon();
  }

  @Override
  boolean isOver() {
    return errand.isQuiet();
  }
}
