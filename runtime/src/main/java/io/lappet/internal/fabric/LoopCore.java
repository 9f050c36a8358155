package io.lappet.internal.fabric;

import io.lappet.ChannelFullException;
import io.lappet.ConfinementException;
import io.lappet.FabricClosedException;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a confined object: letters are opened one after the other in the order in which they
 * were put in, each when the one before has ended.
 *
 * <p>Who puts a letter into an idle loop starts a thread, which opens what there is, stays awake for
 * a moment and ends. An idle loop has no thread, and nobody but its object knows of it; so it is
 * small, and what it can do without, its name for instance, it does not have.
 */
public abstract sealed class LoopCore extends Venue permits OpenLoop, BoundedLoop {
  /** How many nanoseconds to let pass between two looks of a thread that stays awake. */
  private static final long PAUSE = 200;

  private static final VarHandle ACCEPTED;
  private static final VarHandle DAEMONS;
  private static final VarHandle OVER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ACCEPTED = lookup.findVarHandle(LoopCore.class, "accepted", int.class);
      DAEMONS = lookup.findVarHandle(LoopCore.class, "daemons", int.class);
      OVER = lookup.findVarHandle(Stint.class, "over", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Component component;
  private volatile @Nullable Stint stint; // null while idle
  private volatile int accepted; // changed through ACCEPTED; tasks that were not withdrawn
  private volatile int over; // of these, as long as the loop rests
  private volatile int daemons; // changed through DAEMONS; of those that are not over

  LoopCore(Component component) {
    super(component.fabric.venues().vigilOfLoops());
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

  /** A task that is not to be run takes up no room. */
  void forget(TaskCore<?> task) {}

  /** Takes out the next letter and those in its chain; null if there is none. */
  abstract @Nullable Letter take();

  /** Whether there is none. Called by the runner. */
  abstract boolean isEmpty();

  /** Becomes idle unless there is a letter; says whether it has. Called by the runner. */
  abstract boolean rest();

  /** Whether it is idle. */
  abstract boolean rests();

  /** Calls {@code action} for each letter, the oldest first, as far as none is taken out meanwhile. */
  abstract void forEach(Consumer<Letter> action);

  // ---- Confinement

  /** Whether the calling thread runs this loop. */
  final boolean isRunByCaller() {
    Stint present = stint;
    return present != null && present.runner == Thread.currentThread();
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

  // ---- As a venue

  @Override
  final void accept(TaskCore<?> task) {
    ACCEPTED.getAndAdd(this, 1);
    if (task.isDaemon()) {
      DAEMONS.getAndAdd(this, 1);
    }
    if (rests()) {
      fabric().venues().begins(this);
    }
    // First it can be seen, then it asks: so closing sees it, or it sees the closing.
    fabric().life().requireOpen(task.origin().name);
    boolean delayed =
        task.origin().delay >= 0; // then the one who calls must not wait or run callbacks
    try {
      post(task, !delayed);
    } catch (ChannelFullException e) {
      if (!delayed) {
        throw e;
      }
      task.end(e, false, true);
    }
  }

  @Override
  final void withdrawn(TaskCore<?> task) {
    forget(task);
    ACCEPTED.getAndAdd(this, -1);
    if (task.isDaemon()) {
      DAEMONS.getAndAdd(this, -1);
    }
    fabric().progress().taskOver();
  }

  @Override
  final void requireMayWait(TaskCore<?> task) {
    if (isRunByCaller()) {
      throw new IllegalStateException(task.name()
          + " waits for "
          + name()
          + ", which does nothing else while it waits here. Let a callback go on when the task has"
          + " ended, or call the method itself.");
    }
  }

  @Override
  final long awaited() {
    long served = daemons;
    return present() - served;
  }

  @Override
  final long present() {
    Stint running = stint;
    int done = running == null ? over : running.over;
    return accepted - done;
  }

  @Override
  final void listTasks(List<TaskCore<?>> all) {
    List<TaskCore<?>> tasks = new ArrayList<>();
    Stint present = stint;
    if (present != null) {
      tasks.addAll(present.tasks());
    }
    List<Letter> letters = new ArrayList<>();
    forEach(letters::add);
    if (present != null) {
      int chained = 0; // read after the others, so that what is taken out meanwhile is found here
      for (Letter letter = present.waiting; letter != null; letter = letter.next) {
        letters.add(chained++, letter);
      }
    }
    for (Letter letter : letters) {
      if (letter instanceof TaskCore<?> task) {
        tasks.add(task);
      }
    }
    tasks.stream().filter(task -> !task.isQuiet()).distinct().forEach(all::add);
  }

  @Override
  final void listThreads(BiConsumer<Thread, Job> all) {
    Stint present = stint;
    Thread thread = present == null ? null : present.busy;
    if (thread != null) {
      all.accept(thread, present);
    }
  }

  @Override
  final void stop() {
    List<TaskCore<?>> left = new ArrayList<>();
    listTasks(left);
    left.forEach(TaskCore::takeBack);
  }

  @Override
  final boolean isOver() {
    return present() == 0;
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
    Throwable failure = null;
    if (fabric().venues().begins(this)) {
      Crew crew = fabric().crew();
      Stint next = new Stint();
      stint = next;
      try {
        crew.spawn(crew.newTaskThread(name(), ThreadKind.AUTO, next));
      } catch (Throwable e) {
        failure = e;
      }
    } else {
      failure = new FabricClosedException(
          "Fabric \"" + fabric().name() + "\" is closed: " + name() + " does nothing any more");
    }
    if (failure != null) {
      refuseAll(failure);
    }
  }

  private void refuseAll(Throwable failure) {
    do {
      for (Letter chain = take(); chain != null; chain = take()) {
        while (chain != null) {
          Letter letter = chain;
          chain = letter.next;
          refuse(letter, failure);
        }
      }
      stint = null;
    } while (!fabric().venues().rests(this));
  }

  private static void refuse(Letter letter, Throwable failure) {
    if (failure instanceof FabricClosedException && letter instanceof TaskCore<?> task) {
      task.takeBack();
    } else {
      letter.refuse(failure);
    }
  }

  /** One thread of a loop. */
  final class Stint extends Job implements Runnable {
    private @Nullable Thread runner; // written by itself; compared with the caller only
    private volatile @Nullable Thread busy; // while it may be in user code
    private volatile @Nullable Job visitor; // for whom it makes a call

    // Written for each letter, and so not where those look who put letters in.
    private @Nullable Letter waiting; // what it has taken out and not opened
    private volatile int over; // through OVER; how many tasks, those before included

    private final BooleanSupplier news = () -> !isEmpty();

    Stint() {
      super(component.fabric);
      over = LoopCore.this.over;
    }

    @Override
    public void run() {
      Thread me = Thread.currentThread();
      fabric.seam().begin();
      try {
        Threads.enter(this);
        number = fabric.crew().nextNumber();
        fabric.crew().begins(LoopCore.this.name());
        work(me);
      } finally {
        busy = null;
        fabric.crew().ends(LoopCore.this.name());
        Threads.leave();
        fabric.seam().end();
      }
    }

    private void work(Thread me) {
      Seam seam = fabric.seam();
      Venues venues = fabric.venues();
      runner = me;
      while (true) {
        for (Letter letter = next(); letter != null; letter = next()) {
          if (venues.isStopped()) {
            refuse(letter, new FabricClosedException(LoopCore.this.name() + " has stopped"));
          } else {
            if (busy == null) {
              busy = me;
            }
            letter.open(this);
          }
          seam.giveWay();
        }
        busy = null;
        told();
        if (!venues.vigilOfRunners().keep(seam, news, PAUSE)) {
          runner = null; // the next one may begin as soon as the loop rests
          LoopCore.this.over = over;
          stint = null;
          if (venues.rests(LoopCore.this)) {
            return;
          }
          stint = this;
          runner = me;
        }
      }
    }

    private @Nullable Letter next() {
      Letter letter = waiting;
      if (letter == null) {
        letter = take();
      }
      if (letter != null) {
        waiting = letter.next;
        letter.next = null; // an old letter must not keep younger ones
      }
      return letter;
    }

    /**
     * Lets those look who wait for tasks to be over. Not said after each: while another follows that
     * closing waits for, it cannot go on.
     */
    private void told() {
      VarHandle.fullFence(); // first it can be seen that they are over
      fabric.progress().taskOver();
    }

    /** Runs a task. */
    void perform(TaskCore<?> task) {
      if (task.isDaemon()) {
        told();
      }
      begin(task);
      boolean ran = false;
      try {
        ran = task.run(this);
      } finally {
        end();
        if (ran) {
          OVER.setRelease(this, over + 1); // nobody else writes it
          if (task.isDaemon()) {
            DAEMONS.getAndAdd(LoopCore.this, -1);
          }
        }
      }
    }

    /** Makes a call that belongs to {@code job}. */
    void visit(Job job, Runnable call) {
      visitor = job;
      Threads.enter(job);
      try {
        call.run();
      } finally {
        Threads.enter(this);
        visitor = null;
        Thread.interrupted(); // that was for the call
      }
    }

    /** For whom it makes a call. */
    @Nullable
    Job visitor() {
      return visitor;
    }

    @Override
    void bodyEnded() {
      if (waiting == null && isEmpty()) {
        busy = null;
      }
    }

    @Override
    String name() {
      Job job = visitor;
      TaskCore<?> task = task();
      return job != null ? job.name() : task != null ? task.name() : LoopCore.this.name();
    }

    @Override
    LoopCore loop() {
      return LoopCore.this;
    }

    @Override
    boolean isAwaited() {
      Job job = visitor;
      return job != null ? job.isAwaited() : super.isAwaited();
    }

    @Override
    @Nullable
    Worker worker() {
      Job job = visitor;
      return job == null ? null : job.worker();
    }

    @Override
    boolean isOver() {
      Job job = visitor;
      return job != null ? job.isOver() : tasks().stream().allMatch(TaskCore::isQuiet);
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

  /** Whether something waits for what it does now. */
  final boolean hasMore() {
    Stint running = stint;
    return running != null && (running.waiting != null || !isEmpty());
  }

  /** What it does now, as far as that can be said. */
  final String doing() {
    Stint running = stint;
    return running == null ? name() : running.name();
  }

  @Override
  public String toString() {
    return name();
  }
}
