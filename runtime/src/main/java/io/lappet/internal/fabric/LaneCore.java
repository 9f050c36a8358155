package io.lappet.internal.fabric;

import io.lappet.ChannelFullException;
import io.lappet.FabricClosedException;
import io.lappet.Fn;
import io.lappet.Lane;
import io.lappet.LappetException;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.internal.channel.Vigil;
import io.lappet.internal.context.Context;
import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lane: what it has accepted, and who may run it. Threads that are in the middle of one of its
 * tasks may run others in place, so that no task waits for a thread which waits for the task.
 */
public abstract class LaneCore extends Venue implements Lane {
  /*
   * Counts only grow. Who compares two of them reads the one that follows first: then they were
   * equal at some instant if they are found to be.
   */
  private final LongAdder accepted = new LongAdder();
  private final LongAdder begun = new LongAdder(); // or withdrawn
  private final LongAdder returned = new LongAdder(); // bodies, or withdrawn
  private final LongAdder over = new LongAdder(); // with all that followed from them
  private final LongAdder daemonsAccepted = new LongAdder();
  private final LongAdder daemonsOver = new LongAdder();
  private final FabricCore fabric;
  private final String name;
  private final Origin submits;
  private final AtomicInteger servants = new AtomicInteger(); // see serveUntil
  private final @Nullable Bound bound;
  private volatile boolean closed;
  private volatile boolean dropping; // what was accepted

  LaneCore(FabricCore fabric, String name, @Nullable LaneQueue queue) {
    super(new Vigil());
    this.fabric = fabric;
    this.name = name;
    this.bound = queue == null ? null : new Bound(this, queue);
    this.submits = Origin.of(fabric, this, name);
  }

  /** Lets it be run; it has been counted. */
  abstract void put(TaskCore<?> task);

  /** A task that nobody has begun; null if there is none. */
  abstract @Nullable TaskCore<?> poll();

  /** Whether there may be one. */
  abstract boolean hasWork();

  /** A task is over. */
  void forget(TaskCore<?> task) {}

  /** Nothing more will be accepted; threads that wait for that may go. */
  abstract void onClosed();

  final FabricCore fabric() {
    return fabric;
  }

  final boolean isClosed() {
    return closed;
  }

  // ---- As a venue

  @Override
  final void accept(TaskCore<?> task) {
    accepted.increment();
    if (task.isDaemon()) {
      daemonsAccepted.increment();
    }
    // First it is counted, then it asks: so closing sees it, or it sees the closing.
    requireOpen(task);
    if (bound != null && !enter(task, bound)) {
      return;
    }
    put(task);
    if (dropping) {
      task.takeBack(); // not one that has begun meanwhile, and may have closed the lane
    }
    if (servants.get() > 0) {
      fabric.progress().signal();
    }
  }

  /** Refuses {@code task} if the fabric or the lane accepts nothing more. */
  final void requireOpen(TaskCore<?> task) {
    fabric.life().requireOpen(task.origin().name);
    if (closed) {
      throw new FabricClosedException(
          "Lane \"" + name + "\" is closed: " + task.origin().name + " is refused");
    }
  }

  /** Whether there is room for {@code task}; if not, what is to be done then has been done. */
  private boolean enter(TaskCore<?> task, Bound bound) {
    boolean patient = task.origin().delay < 0; // else the thread that waits for the time calls
    try {
      boolean in = bound.admit(task, patient);
      dropEnded();
      if (!in) {
        performInPlace(task, Threads.currentJob()); // nothing happens if it was dropped
      }
      return in;
    } catch (ChannelFullException e) {
      if (patient) {
        throw e;
      }
      task.end(e, false, true);
      return false;
    }
  }

  /** Forgets tasks that ended before they began, as far as they are the oldest. */
  abstract void dropEnded();

  /** Whether the calling thread is in the middle of one of its tasks. */
  final boolean isServedByCaller() {
    Job job = Threads.currentJob();
    return job != null && job.worksFor(this);
  }

  final Seam seam() {
    return fabric.seam();
  }

  @Override
  final void begun(TaskCore<?> task) {
    begun.increment();
    if (bound != null) {
      bound.leave(task);
    }
  }

  @Override
  final void withdrawn(TaskCore<?> task) {
    begun.increment();
    returned.increment();
    if (bound != null) {
      bound.leave(task);
    }
    countOver(task);
  }

  private void countOver(TaskCore<?> task) {
    forget(task);
    if (task.isDaemon()) {
      daemonsOver.increment();
    }
    over.increment();
    fabric.progress().taskOver();
  }

  @Override
  final void returned(TaskCore<?> task) {
    returned.increment();
  }

  /** Runs {@code task} on the calling thread, whose job is {@code job}; says whether it did. */
  final boolean perform(TaskCore<?> task, Job job) {
    job.begin(task);
    boolean ran = false;
    try {
      ran = task.run(job);
    } finally {
      job.end();
      if (ran) {
        if (fabric.contexts().isProbed() && job.isOfPool() && job.task() == null) {
          fabric.contexts().noteLeaks(task.name());
        }
        countOver(task);
      }
    }
    return ran;
  }

  @Override
  final void help(TaskCore<?> task, boolean unlimited) {
    if ((unlimited && task.origin().callerRuns) || isServedByCaller()) {
      performInPlace(task, Threads.currentJob());
    }
  }

  /** Runs {@code task} on a thread that is there for something else. */
  final void performInPlace(TaskCore<?> task, @Nullable Job present) {
    if (present != null && present.fabric == fabric) {
      TaskCore<?> outer = present.task();
      boolean putOff = outer != null && outer.stepBack();
      try {
        performAlone(task, present);
      } finally {
        if (putOff && outer != null) {
          outer.goOn();
        }
      }
    } else {
      Job helper = Threads.helper(fabric);
      Job before = Threads.exchange(helper);
      try {
        performAlone(task, helper);
      } finally {
        Threads.exchange(before);
      }
    }
  }

  /** What is bound for the calling thread is not for the task. */
  private void performAlone(TaskCore<?> task, Job job) {
    if (Context.isEmpty()) {
      perform(task, job);
    } else {
      Context.runEmpty(() -> perform(task, job));
    }
  }

  @Override
  final long present() {
    long done = over.sum();
    return accepted.sum() - done;
  }

  @Override
  final long awaited() {
    long done = over.sum() - daemonsOver.sum();
    return accepted.sum() - daemonsAccepted.sum() - done;
  }

  // ---- As a lane

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int running() {
    long done = returned.sum();
    return (int) Math.max(0, begun.sum() - done);
  }

  @Override
  public final int queued() {
    long taken = begun.sum();
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, accepted.sum() - taken));
  }

  @Override
  public final long dropped() {
    return bound == null ? 0 : bound.dropped();
  }

  @Override
  public final <T> Task<T> submit(Callable<T> body) {
    return submits.begin(Objects.requireNonNull(body, "body"));
  }

  @Override
  public final <T, R> List<R> map(Collection<? extends T> in, Fn<? super T, ? extends R> fn)
      throws InterruptedException {
    List<Task<R>> tasks = mapAsync(in, fn);
    List<R> results = new ArrayList<>(tasks.size());
    try {
      Task.joinAll(tasks);
    } catch (InterruptedException e) {
      cancel(tasks);
      throw e;
    }
    for (Task<R> task : tasks) {
      results.add(resultOf(task));
    }
    return results;
  }

  /** The result; a task that was cancelled has failed. */
  static <R> R resultOf(Task<R> task) {
    try {
      return task.join();
    } catch (CancellationException e) {
      throw new TaskFailedException(task.name() + " was cancelled", e);
    }
  }

  @Override
  public final <T, R> List<Task<R>> mapAsync(
      Collection<? extends T> in, Fn<? super T, ? extends R> fn) {
    Objects.requireNonNull(fn, "fn");
    List<Task<R>> tasks = new ArrayList<>(in.size());
    try {
      for (T element : in) {
        Callable<@Nullable R> body = () -> fn.apply(element);
        tasks.add(submits.begin(body));
      }
    } catch (LappetException e) { // closed, full, or interrupted while waiting for room
      cancel(tasks);
      throw e;
    }
    return tasks;
  }

  /** Refuses further tasks and waits for nobody. */
  final void seal() {
    closed = true;
    onClosed();
    if (bound != null) {
      bound.wakeAll();
    }
  }

  @Override
  public final void close() throws InterruptedException {
    seal();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Job job = Threads.currentJob();
    long own = job == null ? 0 : job.tasks().stream().filter(this::isOurs).count();
    fabric.progress().watchTasks();
    try {
      if (own > 0) {
        serveUntil(() -> present() <= own, Seam.NEVER, performs -> performs.run());
      }
      fabric.progress().await(() -> present() <= own, Seam.NEVER);
    } finally {
      fabric.progress().watchTasksNoMore();
    }
  }

  /**
   * Runs tasks in place on the calling thread, which is in the middle of one of this lane and waits
   * for something that may have to wait for the others.
   *
   * @param around runs what it is given, which is one of these tasks
   */
  final void serveUntil(BooleanSupplier over, long deadline, Consumer<Runnable> around)
      throws InterruptedException {
    servants.incrementAndGet();
    try {
      while (fabric.progress().await(() -> over.getAsBoolean() || hasWork(), deadline)
          && !over.getAsBoolean()) {
        TaskCore<?> task = poll();
        if (task != null) {
          around.accept(() -> performInPlace(task, Threads.currentJob()));
        }
      }
    } finally {
      servants.decrementAndGet();
    }
  }

  private boolean isOurs(TaskCore<?> task) {
    return task.origin().venue == this;
  }

  @Override
  public final void closeNow() {
    cancel(left());
  }

  /** Cancels all, the last first: else a thread that is interrupted might begin the next one. */
  static void cancel(List<? extends Task<?>> tasks) {
    for (int i = tasks.size() - 1; i >= 0; i--) {
      tasks.get(i).cancel();
    }
  }

  @Override
  final void stop() {
    left().forEach(TaskCore::takeBack);
  }

  /** Refuses everything, and returns what is left. */
  private List<TaskCore<?>> left() {
    dropping = true;
    seal();
    List<TaskCore<?>> left = new ArrayList<>();
    listTasks(left);
    return left;
  }

  @Override
  public final String toString() {
    return "lane \"" + name + "\" (" + running() + " running, " + queued() + " queued)";
  }
}
