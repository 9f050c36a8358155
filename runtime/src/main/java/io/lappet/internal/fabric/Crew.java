package io.lappet.internal.fabric;

import io.lappet.annotation.ThreadKind;
import io.lappet.internal.seam.Seam;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The threads of a fabric that run user code, and what each of them is there for. */
final class Crew {
  private final Seam seam;
  private final Progress progress;
  private final Failures failures;
  private final @Nullable ThreadFactory factory;
  private final Map<Thread, Job> jobs = new LinkedHashMap<>(); // guarded by progress
  private final Set<Job> absent = new HashSet<>(); // guarded by progress

  Crew(Seam seam, Progress progress, Failures failures, @Nullable ThreadFactory factory) {
    this.seam = seam;
    this.progress = progress;
    this.failures = failures;
    this.factory = factory;
  }

  Thread newThread(String name, ThreadKind kind, boolean daemon, Job job, Runnable body) {
    return Threads.make(factory, name, kind, daemon, () -> perform(job, body));
  }

  /** Starts a thread that {@link #newThread} has made. */
  void spawn(Thread thread) {
    seam.spawn(thread);
  }

  private void perform(Job job, Runnable body) {
    Thread thread = Thread.currentThread();
    seam.begin();
    try {
      Threads.enter(job);
      progress.change(() -> jobs.put(thread, job));
      failures.started(job.name(), thread);
      body.run();
    } finally {
      retire();
      failures.ended(job.name(), thread);
      Threads.leave();
      seam.end();
    }
  }

  /**
   * The calling thread runs no user code of its job any more. Said before anybody learns of the end
   * of the worker or task, so that who has joined it no longer finds the thread.
   */
  void retire() {
    progress.change(() -> jobs.remove(Thread.currentThread()));
  }

  /** Those that run user code; the thread of a loop that has nothing to do is about to end. */
  List<Thread> threads() {
    return progress.locked(() -> jobs.entrySet().stream()
        .filter(entry ->
            !(entry.getValue() instanceof LoopCore.Stint) || !entry.getValue().isOver())
        .map(Map.Entry::getKey)
        .toList());
  }

  /** What the threads of loops do among {@code jobs}: the work of other threads, which wait. */
  static Set<Job> onLoops(Collection<Job> jobs) {
    Set<Job> present = new HashSet<>();
    for (Job job : jobs) {
      if (job instanceof LoopCore.Stint stint && stint.present() != null) {
        present.add(stint.present());
      }
    }
    return present;
  }

  /** Whether the calling thread does work that closing waits for. */
  static boolean isInside(FabricCore fabric) {
    Job job = Threads.currentJob();
    return job != null && job.fabric == fabric && job.isAwaited();
  }

  /** The calling thread waits for a shutdown, so that nobody must wait for it meanwhile. */
  void leaveForShutdown(Job job) {
    progress.change(() -> absent.add(job));
  }

  void comeBack(Job job) {
    progress.change(() -> absent.remove(job));
  }

  /** Those who wait for a shutdown. Call only when holding the lock. */
  Set<Job> absent() {
    assert progress.isHeld();
    return absent;
  }

  /** All threads and their jobs. */
  Map<Thread, Job> jobs() {
    return progress.locked(() -> new LinkedHashMap<>(jobs));
  }
}
