package io.lappet.internal.fabric;

import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.TaskGroup;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tasks that end together. */
final class GroupCore implements TaskGroup {
  private static final String NAME = "group";

  private final Seam seam;
  private final Origin forks;
  private final ReentrantLock lock = new NamedLock("tasks of", NAME);
  private final Condition changed = lock.newCondition();
  private final Set<Task<?>> members = new LinkedHashSet<>(); // guarded by lock; not yet quiet
  private int news; // guarded by lock; how often members came or could begin
  private @Nullable Throwable failure; // guarded by lock; the first
  private long place = Long.MAX_VALUE; // guarded by lock; of the failure
  private boolean closed; // guarded by lock

  GroupCore(FabricCore fabric) {
    this.seam = fabric.seam();
    this.forks = Origin.of(fabric, fabric.errands(), NAME);
  }

  // ---- Members

  @Override
  public <T> Task<T> fork(Callable<T> body) {
    Objects.requireNonNull(body, "body");
    TaskCore<T> task = forks.make(body);
    // A member before it begins: its body may already ask for the end of the group.
    if (enter(task)) {
      forks.launch(task);
    }
    return task;
  }

  @Override
  public <T> Task<T> add(Task<T> task) {
    enter(Objects.requireNonNull(task, "task"));
    return task;
  }

  /** Makes {@code task} a member, or cancels it if the group has failed; says whether it is one. */
  private boolean enter(Task<?> task) {
    boolean enters;
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The group is closed");
      }
      enters = failure == null;
      if (enters) {
        members.add(task);
        news++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    if (enters) {
      follow(task);
    } else {
      task.cancel();
    }
    return enters;
  }

  private void follow(Task<?> task) {
    if (task instanceof TaskCore<?> core) {
      core.whenLaunched(this::lookAgain);
      core.whenDone(() -> done(core, core.failure(), core.ending()));
      core.whenQuiet(() -> quiet(core));
    } else {
      task.onSuccess(result -> quiet(task));
      task.onFailure(thrown -> {
        done(task, thrown, Long.MAX_VALUE - 1);
        quiet(task);
      });
    }
  }

  private void done(Task<?> task, @Nullable Throwable thrown, long itsPlace) {
    if (thrown == null || task.isCancelled()) {
      return;
    }
    lock.lock();
    try {
      if (itsPlace < place) {
        failure = thrown;
        place = itsPlace;
      }
    } finally {
      lock.unlock();
    }
    members().forEach(Task::cancel);
  }

  private void quiet(Task<?> task) {
    lock.lock();
    try {
      members.remove(task);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Who waits may be able to run a member in place that it could not run before. */
  private void lookAgain() {
    lock.lock();
    try {
      news++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Task<?>> members() {
    lock.lock();
    try {
      return List.copyOf(members);
    } finally {
      lock.unlock();
    }
  }

  // ---- Waiting

  @Override
  public void join() throws InterruptedException {
    await(Seam.NEVER);
    Throwable first = failure();
    if (first != null) {
      throw failed(first);
    }
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    boolean all = await(Deadlines.after(seam, limit));
    Throwable first = failure();
    if (first != null) {
      throw failed(first);
    }
    return all;
  }

  @Override
  public <X extends Exception> void join(Class<X> as) throws X, InterruptedException {
    await(Seam.NEVER);
    Throwable first = failure();
    if (as.isInstance(first)) {
      throw as.cast(first);
    }
    if (first != null) {
      throw failed(first);
    }
  }

  private static TaskFailedException failed(Throwable failure) {
    Throwable cause = TaskCore.origin(failure);
    return new TaskFailedException("A task of a group failed: " + cause, cause);
  }

  private @Nullable Throwable failure() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  private boolean await(long deadline) throws InterruptedException {
    while (true) {
      int seen = news();
      requireNotMember(); // each time: the caller's task may have become one meanwhile
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      help(deadline);
      lock.lock();
      try {
        if (!seam.await(lock, changed, () -> isOver() || news != seen, deadline)) {
          return false;
        }
        if (isOver()) {
          return true;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private int news() {
    lock.lock();
    try {
      return news;
    } finally {
      lock.unlock();
    }
  }

  /** Runs members that the calling thread may run. */
  private void help(long deadline) {
    for (Task<?> member : members()) {
      if (member instanceof TaskCore<?> core) {
        core.help(deadline);
      }
    }
  }

  private boolean isOver() {
    return members.isEmpty();
  }

  private void requireNotMember() {
    for (Task<?> member : members()) {
      if (member instanceof TaskCore<?> core && core.runner() == Thread.currentThread()) {
        throw new IllegalStateException(core.name() + " cannot wait for the end of its own group");
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      requireNotMember();
      closed = true;
    } finally {
      lock.unlock();
    }
    members().forEach(Task::cancel);
    lock.lock();
    try {
      seam.awaitUninterruptibly(lock, changed, this::isOver, Seam.NEVER);
    } finally {
      lock.unlock();
    }
  }
}
