package io.lappet.internal.fabric;

import io.lappet.Task;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What can be done with several tasks together. */
public final class Tasks {
  private Tasks() {}

  /** See {@link Task#all}. */
  public static <T> Task<List<T>> all(Collection<? extends Task<? extends T>> tasks) {
    List<Task<? extends T>> parts = List.copyOf(tasks);
    TaskCore<List<T>> all = beside(parts, "all of " + parts.size());
    if (parts.isEmpty()) {
      all.succeed(List.of());
      return all;
    }
    AtomicInteger missing = new AtomicInteger(parts.size());
    for (Task<? extends T> part : parts) {
      part.onSuccess(result -> {
        if (missing.decrementAndGet() == 0) {
          all.succeed(results(parts));
        }
      });
      part.onFailure(failure -> all.fail(earliest(parts, failure)));
    }
    return all;
  }

  /** The first of the failures that have happened; {@code otherwise} if none is known to us. */
  private static Throwable earliest(List<? extends Task<?>> parts, Throwable otherwise) {
    Throwable earliest = otherwise;
    long ending = Long.MAX_VALUE;
    for (Task<?> part : parts) {
      if (part instanceof TaskCore<?> core) {
        Throwable failure = core.failure();
        if (failure != null && core.ending() < ending) {
          earliest = failure;
          ending = core.ending();
        }
      }
    }
    return earliest;
  }

  private static <T> List<T> results(List<Task<? extends T>> parts) {
    List<T> results = new ArrayList<>(); // results may be null
    for (Task<? extends T> part : parts) {
      results.add(part instanceof TaskCore<? extends T> core ? core.result() : part.join());
    }
    return results;
  }

  /** See {@link Task#joinAll(Collection)}. */
  public static <F extends Task<?>> List<F> joinAll(Collection<F> tasks)
      throws InterruptedException {
    return joinAll(tasks, Duration.ofNanos(Seam.NEVER));
  }

  /** See {@link Task#joinAll(Collection, Duration)}. */
  public static <F extends Task<?>> List<F> joinAll(Collection<F> tasks, Duration limit)
      throws InterruptedException {
    Seam seam = beside(tasks, "").seam();
    long deadline = Deadlines.after(seam, limit);
    List<F> ended = new ArrayList<>();
    for (F task : tasks) {
      long left = deadline == Seam.NEVER ? Seam.NEVER : deadline - seam.nanos();
      if (task.join(Duration.ofNanos(left))) {
        ended.add(task);
      }
    }
    return ended;
  }

  /** A task that belongs where the first of {@code tasks} does. */
  private static <T> TaskCore<T> beside(Collection<? extends Task<?>> tasks, String name) {
    for (Task<?> task : tasks) {
      if (task instanceof TaskCore<?> core) {
        return new TaskCore<>(Origin.ofNothing(core.fabric(), core.seam(), name), null);
      }
    }
    return new TaskCore<>(Origin.ofNothing(null, SystemSeam.INSTANCE, name), null);
  }
}
