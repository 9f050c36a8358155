package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One call of {@code map}: the calling thread makes the tasks, so many at a time. */
final class Mapping<T, R> {
  private static final String NAME = "map";

  private final Seam seam;
  private final Origin elements;
  private final List<T> in;
  private final int parallelism;
  private final Fn<? super T, ? extends R> fn;
  private final List<TaskCore<R>> tasks = new ArrayList<>(); // of the calling thread
  private final ReentrantLock lock = new NamedLock("tasks of", NAME);
  private final Condition ended = lock.newCondition();
  private int running; // guarded by lock
  private boolean failed; // guarded by lock

  Mapping(FabricCore fabric, List<T> in, int parallelism, Fn<? super T, ? extends R> fn) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("Less than one at a time: " + parallelism);
    }
    this.seam = fabric.seam();
    this.elements = Origin.of(fabric, fabric.errands(), NAME);
    this.in = in;
    this.parallelism = parallelism;
    this.fn = Objects.requireNonNull(fn, "fn");
  }

  List<R> results() throws InterruptedException {
    try {
      for (T element : in) {
        if (!awaitRoom()) {
          break;
        }
        begin(element);
      }
      awaitAtMost(0);
    } catch (InterruptedException | RuntimeException e) {
      LaneCore.cancel(tasks);
      throw e;
    }
    List<R> results = new ArrayList<>(in.size());
    for (TaskCore<R> task : tasks) {
      results.add(LaneCore.resultOf(task)); // throws for the first that failed
    }
    return results;
  }

  /** Waits until one more may begin; says whether it may still do so. */
  private boolean awaitRoom() throws InterruptedException {
    awaitAtMost(parallelism - 1);
    lock.lock();
    try {
      return !failed;
    } finally {
      lock.unlock();
    }
  }

  private void awaitAtMost(int left) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    lock.lock();
    try {
      seam.await(lock, ended, () -> running <= left, Seam.NEVER);
    } finally {
      lock.unlock();
    }
  }

  private void begin(T element) {
    Callable<@Nullable R> body = () -> fn.apply(element);
    TaskCore<R> task = elements.begin(body);
    tasks.add(task);
    lock.lock();
    try {
      running++;
    } finally {
      lock.unlock();
    }
    task.whenQuiet(() -> ended(task));
  }

  private void ended(TaskCore<R> task) {
    lock.lock();
    try {
      running--;
      failed |= task.failure() != null;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
