package io.lappet.internal.fabric;

import io.lappet.annotation.ThreadKind;
import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads of the workers and coroutines of a fabric, and what each is there for. */
final class Crew {
  private final Seam seam;
  private final Progress progress;
  private final Failures failures;
  private final @Nullable ThreadFactory factory;
  private final Map<Thread, Job> jobs = new LinkedHashMap<>(); // guarded by progress
  private final List<Job> absent = new ArrayList<>(); // guarded by progress
  private final AtomicLong numbers = new AtomicLong();

  Crew(Seam seam, Progress progress, Failures failures, @Nullable ThreadFactory factory) {
    this.seam = seam;
    this.progress = progress;
    this.failures = failures;
    this.factory = factory;
  }

  /** The next number in the order in which threads begin. */
  long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** Makes a thread that runs tasks; it says itself that it begins and ends. */
  Thread newTaskThread(String name, ThreadKind kind, Runnable body) {
    return Threads.make(factory, name, kind, true, body);
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
      job.number = nextNumber();
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

  /** What the threads of loops do among {@code jobs}: the work of other threads, which wait. */
  static Set<Job> onLoops(Collection<Job> jobs) {
    Set<Job> present = new HashSet<>();
    for (Job job : jobs) {
      if (job instanceof LoopCore.Stint stint && stint.visitor() != null) {
        present.add(stint.visitor());
      }
    }
    return present;
  }

  /** Whether the calling thread does work that closing waits for. */
  static boolean isInside(FabricCore fabric) {
    for (Job job = Threads.currentJob(); job != null; job = job.onBehalfOf()) {
      if (job.fabric == fabric && job.isAwaited()) {
        return true;
      }
    }
    return false;
  }

  /** What the calling thread and those that wait for it are there for in this fabric. */
  static List<Job> jobsOfCaller(FabricCore fabric) {
    List<Job> jobs = new ArrayList<>();
    for (Job job = Threads.currentJob(); job != null; job = job.onBehalfOf()) {
      if (job.fabric == fabric) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  /** These wait for a shutdown, so that nobody must wait for them meanwhile. */
  void leaveForShutdown(List<Job> leaving) {
    progress.change(() -> absent.addAll(leaving));
  }

  void comeBack(List<Job> back) {
    progress.change(() -> back.forEach(absent::remove));
  }

  /** Those who wait for a shutdown. Call only when holding the lock. */
  List<Job> absent() {
    assert progress.isHeld();
    return absent;
  }

  /** The threads of workers, and of coroutines that run, and their jobs. */
  Map<Thread, Job> jobs() {
    Map<Thread, Job> all = progress.locked(() -> new LinkedHashMap<>(jobs));
    all.values().removeIf(Job::isSuspended);
    return all;
  }
}
