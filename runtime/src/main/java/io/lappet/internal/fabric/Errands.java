package io.lappet.internal.fabric;

import io.lappet.Body;
import io.lappet.Task;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.context.Context;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The tasks of a fabric: each on a thread of its own, now or later. */
final class Errands {
  private final FabricCore fabric;
  private final Seam seam;
  private final Progress progress;
  private final Crew crew;
  private final TimerQueue timers;
  private final AtomicLong numbers = new AtomicLong();

  /** Those that have not ended, or whose body has not. */
  private final Set<TaskCore<?>> tasks = new LinkedHashSet<>(); // guarded by progress

  Errands(FabricCore fabric, Seam seam, Progress progress, Crew crew, TimerQueue timers) {
    this.fabric = fabric;
    this.seam = seam;
    this.progress = progress;
    this.crew = crew;
    this.timers = timers;
  }

  <T> Task<T> submit(String name, Callable<T> body) {
    Context context = fabric.capture();
    TaskCore<T> task = accept(name, "submit of " + name);
    launch(task, in(context, task, body));
    return task;
  }

  Task<Void> after(Duration delay, String name, Body body) {
    long due = Deadlines.after(seam, delay);
    Context context = fabric.capture();
    TaskCore<Void> task = accept(name, "after, for " + name);
    Callable<Void> call = in(context, task, () -> {
      body.run();
      return null;
    });
    task.delayedBy(timers.schedule(due, () -> launch(task, call)));
    if (fabric.isClosing()) {
      task.cancelDelayed(); // delayed tasks are not waited for
    }
    return task;
  }

  /** A task on a thread of its own finds nothing there that it must not see. */
  private <T> Callable<T> in(@Nullable Context context, TaskCore<T> task, Callable<T> body) {
    return context == null ? body : () -> fabric.callIn(context, task.name(), body);
  }

  private <T> TaskCore<T> accept(String name, String call) {
    return progress.locked(() -> {
      fabric.requireOpenFor(Crew.isInside(fabric), call);
      TaskCore<T> task = new TaskCore<>(fabric, seam, name + "-" + numbers.incrementAndGet());
      tasks.add(task);
      return task;
    });
  }

  private <T> void launch(TaskCore<T> task, Callable<T> body) {
    TaskCore<T>.Errand errand = task.new Errand(fabric);
    try {
      crew.spawn(
          crew.newThread(task.name(), ThreadKind.AUTO, true, errand, () -> perform(task, body)));
    } catch (Throwable e) {
      task.fail(e);
      ended(task);
    }
  }

  private <T> void perform(TaskCore<T> task, Callable<T> body) {
    try {
      task.run(body, crew::retire);
    } finally {
      ended(task);
    }
  }

  private void ended(TaskCore<?> task) {
    progress.change(() -> tasks.remove(task));
  }

  /** A task was cancelled; if its body runs, it is forgotten only when that has ended. */
  void cancelled(TaskCore<?> task) {
    if (!task.isRunning()) {
      ended(task);
    }
  }

  /** Those that have not ended, or whose body has not. */
  List<TaskCore<?>> unfinished() {
    return progress.locked(() -> List.copyOf(tasks));
  }

  /** Those that run or wait for their delay. */
  List<Task<?>> open() {
    return unfinished().stream()
        .filter(task -> !task.isDone())
        .<Task<?>>map(task -> task)
        .toList();
  }
}
