package io.lappet.internal.fabric;

import io.lappet.Body;
import io.lappet.FabricClosedException;
import io.lappet.Task;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.channel.Vigil;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a fabric that have a thread of their own, now or later. Nobody else ever runs them, so
 * that what a thread keeps for itself begins afresh in each.
 */
final class Errands extends Venue {
  private static final int SHELVES = 8;

  private final FabricCore fabric;
  private final AtomicLong numbers = new AtomicLong();
  private final Shelf[] shelves = new Shelf[SHELVES];
  private volatile @Nullable Origin delayed; // the last one

  Errands(FabricCore fabric) {
    super(new Vigil());
    this.fabric = fabric;
    for (int i = 0; i < SHELVES; i++) {
      shelves[i] = new Shelf();
    }
  }

  /** Some of the errands whose threads have not ended. There are several, so that few meet. */
  private static final class Shelf {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Errand newest; // guarded by lock
    private long awaited; // guarded by lock
    private long present; // guarded by lock

    void add(Errand errand) {
      lock.lock();
      try {
        Errand other = newest;
        errand.after = other;
        if (other != null) {
          other.before = errand;
        }
        newest = errand;
        present++;
        awaited += errand.isAwaited() ? 1 : 0;
      } finally {
        lock.unlock();
      }
    }

    void remove(Errand errand) {
      lock.lock();
      try {
        Errand before = errand.before;
        Errand after = errand.after;
        if (before == null) {
          newest = after;
        } else {
          before.after = after;
        }
        if (after != null) {
          after.before = before;
        }
        errand.before = null;
        errand.after = null;
        present--;
        awaited -= errand.isAwaited() ? 1 : 0;
      } finally {
        lock.unlock();
      }
    }

    void forEach(Consumer<Errand> action) {
      lock.lock();
      try {
        for (Errand errand = newest; errand != null; errand = errand.after) {
          action.accept(errand);
        }
      } finally {
        lock.unlock();
      }
    }

    long awaited() {
      lock.lock();
      try {
        return awaited;
      } finally {
        lock.unlock();
      }
    }

    long present() {
      lock.lock();
      try {
        return present;
      } finally {
        lock.unlock();
      }
    }
  }

  private Shelf shelfOf(Errand errand) {
    return shelves[(int) (errand.errand.number() % SHELVES)];
  }

  /** A number for a task. */
  long nextNumber() {
    return numbers.incrementAndGet();
  }

  <T> Task<T> submit(String name, Callable<T> body) {
    return Origin.of(fabric, this, name).begin(body);
  }

  Task<Void> after(Duration delay, String name, Body body) {
    return delayed(name).beginAfter(Deadlines.nanos(delay), body);
  }

  Task<Void> at(Instant moment, String name, Body body) {
    return delayed(name).beginAt(moment, body);
  }

  /** Where delayed tasks of this name come from. Who makes many makes them under one name. */
  private Origin delayed(String name) {
    Origin known = delayed;
    if (known == null || !known.name.equals(name)) {
      known = Origin.of(fabric, this, name, 0);
      delayed = known;
    }
    return known;
  }

  @Override
  void accept(TaskCore<?> task) {
    accept(task, false);
  }

  /** Runs {@code work}, which may lead to code of users, once, on a thread of its own if it can. */
  void aside(Runnable work) {
    AtomicBoolean begun = new AtomicBoolean();
    Runnable once = () -> {
      if (begun.compareAndSet(false, true)) {
        work.run();
      }
    };
    Body body = once::run;
    TaskCore<?> task = new TaskCore<>(Origin.of(fabric, this, fabric.name() + "-aside"), body);
    task.whenQuiet(once); // who cancels it does it
    accept(task, true);
  }

  private void accept(TaskCore<?> task, boolean always) {
    Errand errand = new Errand(fabric, this, task);
    // First it can be seen, then it asks: so closing sees it, or it sees the closing.
    shelfOf(errand).add(errand);
    if (!always) {
      try {
        fabric.life().requireOpen(task.origin().name);
      } catch (FabricClosedException e) {
        over(errand);
        throw e;
      }
    }
    try {
      fabric.crew().spawn(fabric.crew().newTaskThread(task.name(), ThreadKind.AUTO, errand));
    } catch (Throwable e) {
      task.fail(e);
      over(errand);
    }
  }

  /** The thread of an errand has ended, or will never begin. */
  void over(Errand errand) {
    shelfOf(errand).remove(errand);
    fabric.progress().taskOver();
  }

  @Override
  long awaited() {
    long awaited = 0;
    for (Shelf shelf : shelves) {
      awaited += shelf.awaited();
    }
    return awaited;
  }

  @Override
  void listTasks(List<TaskCore<?>> all) {
    List<TaskCore<?>> own = new ArrayList<>(delayedTasks());
    for (Shelf shelf : shelves) {
      shelf.forEach(errand -> own.add(errand.errand));
    }
    own.sort(Comparator.comparingLong(TaskCore::number));
    all.addAll(own);
  }

  /** In the order in which they were made; who has no number yet gets it in that order. */
  private List<TimedTask<?>> delayedTasks() {
    List<TimedTask<?>> delayed = new ArrayList<>();
    for (TimedTask<?> waiting : fabric.timers().waiting(TimedTask.class)) {
      if (waiting.isDelayed()) {
        delayed.add(waiting);
      }
    }
    delayed.sort(Comparator.comparingLong(TimedTask::place));
    delayed.forEach(TaskCore::number);
    return delayed;
  }

  @Override
  void listThreads(BiConsumer<Thread, Job> all) {
    for (Shelf shelf : shelves) {
      shelf.forEach(errand -> {
        Thread thread = errand.thread();
        if (thread != null) {
          all.accept(thread, errand);
        }
      });
    }
  }

  @Override
  long present() {
    long present = 0;
    for (Shelf shelf : shelves) {
      present += shelf.present();
    }
    return present;
  }

  @Override
  void stop() {} // who asks finds the fabric closed

  @Override
  boolean isOver() {
    return false;
  }
}
