package io.lappet.internal.fabric;

import io.lappet.Worker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thread of a fabric is there for. Known to the thread as long as it lives, or as long as it
 * runs a task in place.
 */
abstract class Job {
  private static final VarHandle TASK;
  private static final VarHandle UNDER;
  private static final VarHandle AWAITED_TASKS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TASK = lookup.findVarHandle(Job.class, "task", TaskCore.class);
      UNDER = lookup.findVarHandle(Job.class, "under", Frame.class);
      AWAITED_TASKS = lookup.findVarHandle(Job.class, "awaitedTasks", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final FabricCore fabric;

  /** How many messages it has in hand while it is busy with messages; written before that. */
  int messages = 1;

  private @Nullable Long threadId; // once asked for; of its own thread only

  /** Its place in the order in which threads of the fabric began. */
  long number;

  // Written by its own thread only, without a fence: others look after it has said more.
  private volatile @Nullable TaskCore<?> task; // the one that its thread runs now
  private volatile @Nullable Frame under; // those whose bodies wait for that
  private volatile int awaitedTasks;

  Job(FabricCore fabric) {
    this.fabric = fabric;
  }

  /** A task whose body waits while its thread runs another one in place. */
  private record Frame(TaskCore<?> task, @Nullable Frame under) {}

  /** The full name of the worker or task. */
  abstract String name();

  /**
   * Whether closing waits for it, so that it may go on sending and submitting meanwhile: as long as
   * that waits for a task that its thread runs.
   */
  boolean isAwaited() {
    return awaitedTasks > 0;
  }

  /** The worker; null if its thread only runs tasks. */
  @Nullable
  Worker worker() {
    return null;
  }

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
  boolean isBusy() {
    return true;
  }

  /** The loop that its thread runs, or lets run for it; null if none. */
  @Nullable
  LoopCore loop() {
    return null;
  }

  /** Whether its thread serves one task after the other. */
  boolean isOfPool() {
    return false;
  }

  // ---- The tasks that its thread runs

  /** The number of its thread, which is {@code me}; one object for all tasks. */
  final Long idOf(Thread me) {
    Long known = threadId;
    if (known == null) {
      known = Ending.idOf(me);
      threadId = known;
    }
    return known;
  }

  /** Whether the thread belongs to the fabric, so that an interrupt found there was for the body. */
  boolean ownsThread() {
    return true;
  }

  /** Its thread begins to deal with {@code task}. */
  final void begin(TaskCore<?> task) {
    TaskCore<?> outer = this.task;
    if (outer != null) {
      UNDER.setRelease(this, new Frame(outer, under));
    }
    TASK.setRelease(this, task);
    if (!task.isDaemon()) {
      AWAITED_TASKS.setRelease(this, awaitedTasks + 1);
    }
  }

  /** Its thread has dealt with the task. Said before closing learns that it need not wait. */
  final void end() {
    TaskCore<?> ended = task;
    if (ended != null && !ended.isDaemon()) {
      AWAITED_TASKS.setRelease(this, awaitedTasks - 1);
    }
    Frame outer = under;
    TASK.setRelease(this, outer == null ? null : outer.task);
    if (outer != null) {
      UNDER.setRelease(this, outer.under);
    }
  }

  /** The body of the innermost task has returned. Said before anybody learns of its end. */
  void bodyEnded() {}

  /** Code of users follows that belongs to no body: callbacks of a task that has ended. */
  void callbacksBegin() {}

  /** The task that its thread runs now. */
  final @Nullable TaskCore<?> task() {
    return task;
  }

  /** Whether its thread is in the middle of one task only. */
  final boolean isOutermost() {
    return under == null;
  }

  /** The lane of the innermost task; null if that is on none. */
  final @Nullable LaneCore lane() {
    TaskCore<?> innermost = task;
    return innermost != null && innermost.origin().venue instanceof LaneCore lane ? lane : null;
  }

  /**
   * Whether its thread runs, or waits in, a task of {@code venue}, or a thread that waits for it does.
   */
  final boolean worksFor(Venue venue) {
    TaskCore<?> innermost = task;
    if (innermost != null && innermost.origin().venue == venue) {
      return true;
    }
    for (Frame frame = under; frame != null; frame = frame.under) {
      if (frame.task.origin().venue == venue) {
        return true;
      }
    }
    Job asker = onBehalfOf();
    return asker != null && asker.worksFor(venue);
  }

  /** All tasks that its thread is in the middle of. */
  final List<TaskCore<?>> tasks() {
    List<TaskCore<?>> all = new ArrayList<>();
    TaskCore<?> innermost = task;
    if (innermost != null) {
      all.add(innermost);
    }
    for (Frame frame = under; frame != null; frame = frame.under) {
      all.add(frame.task);
    }
    return all;
  }

  /** How many of these closing waits for. */
  final int awaitedTasks() {
    return awaitedTasks;
  }
}
