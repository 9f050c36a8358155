package io.lappet.internal.fabric;

import io.lappet.ConfinementException;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.seam.Seam;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a confined object: letters are opened one after the other in the order in which they
 * were put in, each when the one before has ended.
 *
 * <p>Who puts a letter into an idle loop starts a thread, which opens what there is, stays awake for
 * a moment and ends. An idle loop has no thread, and nobody but its object knows of it; so it is
 * small, and what it can do without, its name for instance, it does not have.
 */
public abstract sealed class LoopCore permits OpenLoop, BoundedLoop {
  /** How often, and at what distance in ns, a thread looks for more before it ends. */
  private static final int LOOKS = 64;

  private static final long PAUSE = 500;

  private final Component component;

  /** Who runs it now. Only compared with the caller, who sees what it has written itself. */
  private @Nullable Thread runner;

  LoopCore(Component component) {
    this.component = component;
  }

  /**
   * Makes one.
   *
   * @param capacity how many calls of twins may wait, or {@code UNBOUNDED}
   * @param overflow what becomes of one more
   */
  public static LoopCore make(Component component, int capacity, Overflow overflow) {
    if (capacity == ChannelSpec.UNBOUNDED) {
      return new OpenLoop(component);
    }
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "The mailbox of " + component.name + " cannot hold " + capacity + " calls");
    }
    return new BoundedLoop(component, capacity, overflow);
  }

  // ---- What the kinds of mailboxes differ in

  /**
   * Puts a letter in, if there is room.
   *
   * @param patient whether the caller may be made to wait for room
   * @return whether the loop was idle, so that the caller has to start it
   * @throws io.lappet.ChannelFullException if it is refused
   * @throws io.lappet.WaitInterruptedException if the caller was interrupted while it waited
   */
  abstract boolean put(Letter letter, boolean patient);

  /** A letter that takes up room is not to be opened any more. */
  void forget(Letter letter) {}

  /** Takes out the next letter; null if there is none. Called by the runner. */
  abstract @Nullable Letter take();

  /** Whether there is none. Called by the runner. */
  abstract boolean isEmpty();

  /** Becomes idle unless there is a letter; says whether it has. Called by the runner. */
  abstract boolean rest();

  // ---- Confinement

  /** Whether the calling thread runs this loop. */
  final boolean isRunByCaller() {
    return runner == Thread.currentThread();
  }

  /**
   * Refuses a call that does not come from the loop.
   *
   * @throws ConfinementException if it does not
   */
  public final void require(String call) {
    if (!isRunByCaller()) {
      throw new ConfinementException(call
          + " was called by thread \""
          + Thread.currentThread().getName()
          + "\", but only the loop \""
          + name()
          + "\" may call it. Call its twin (@Async), which is posted to the loop, or let the call"
          + " come from a handler of the object.");
    }
  }

  // ---- Running

  /** Lets the loop open {@code letter} after all that are there; see {@link #put}. */
  final void post(Letter letter, boolean patient) {
    seam().giveWay();
    if (put(letter, patient)) {
      start();
    }
  }

  /** Starts a thread for a loop that is not idle any more. */
  private void start() {
    Stint stint = new Stint();
    Crew crew = component.fabric.crew();
    try {
      crew.spawn(crew.newThread(name(), ThreadKind.AUTO, true, stint, () -> run(stint)));
    } catch (Throwable e) {
      failAll(e);
    }
  }

  private void failAll(Throwable failure) {
    do {
      for (Letter letter = take(); letter != null; letter = take()) {
        letter.fail(failure);
      }
    } while (!rest());
  }

  private void run(Stint stint) {
    runner = Thread.currentThread();
    Seam seam = seam();
    do {
      for (Letter letter = take(); letter != null; letter = take()) {
        stint.open(letter);
        seam.giveWay();
      }
      seam.linger(() -> !isEmpty(), LOOKS, PAUSE);
      if (isEmpty()) {
        runner = null; // the next one may begin as soon as the loop rests
        if (rest()) {
          return;
        }
        runner = Thread.currentThread();
      }
    } while (true);
  }

  /** One thread of a loop. While it opens a letter it is there for that. */
  final class Stint extends Job {
    private volatile @Nullable Job present;

    Stint() {
      super(component.fabric);
    }

    private void open(Letter letter) {
      if (letter.isVoid()) {
        return;
      }
      Job job = letter.job();
      present = job;
      Threads.enter(job);
      try {
        letter.open();
      } finally {
        Threads.enter(this);
        present = null;
        Thread.interrupted(); // that was for the call
      }
    }

    /** What it is there for just now. */
    @Nullable
    Job present() {
      return present;
    }

    @Override
    String name() {
      return LoopCore.this.name();
    }

    @Override
    boolean isAwaited() {
      Job job = present;
      return job != null && job.isAwaited();
    }

    @Override
    @Nullable
    Worker worker() {
      Job job = present;
      return job == null ? null : job.worker();
    }

    @Override
    boolean isOver() {
      Job job = present;
      return job == null || job.isOver();
    }

    @Override
    boolean isBusy() {
      Job job = present;
      return job != null && job.isBusy();
    }
  }

  // ---- Looking

  final String name() {
    return component.member("loop");
  }

  final FabricCore fabric() {
    return component.fabric;
  }

  final Seam seam() {
    return component.fabric.seam();
  }

  @Override
  public String toString() {
    return name();
  }
}
