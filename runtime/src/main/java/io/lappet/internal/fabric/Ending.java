package io.lappet.internal.fabric;

import io.lappet.internal.seam.Seam;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How a task ended without a result. */
final class Ending {
  /** What is owed to the thread of a body that somebody else has ended. */
  enum Interrupt {
    NONE,
    /** Whoever ended the task gives it, and the thread waits for that when the body returns. */
    BEING_GIVEN,
    /** The body waits for another task that its thread runs in place; it is interrupted after that. */
    PUT_OFF,
    GIVEN
  }

  private static final AtomicLong PLACES = new AtomicLong();

  final boolean isCancelled;
  private final long place = PLACES.incrementAndGet();
  private final @Nullable Thread ended; // whose body was cut short; null if none was
  private final long threadId;
  private volatile boolean isBodyRunning;
  private volatile @Nullable Interrupt interrupt; // null if nobody's body was cut short
  private volatile @Nullable Throwable failure; // null until asked for, if cancelled

  private Ending(@Nullable Throwable failure, @Nullable Thread ended, Interrupt interrupt) {
    this.isCancelled = failure == null;
    this.ended = ended;
    this.threadId = ended == null ? 0 : idOf(ended);
    // A volatile field is only written if it has to be: that costs more than all the rest.
    if (failure != null) {
      this.failure = failure;
    }
    if (ended != null) {
      this.isBodyRunning = true;
      this.interrupt = interrupt;
    }
  }

  /** The body threw. */
  static Ending thrown(Throwable failure) {
    return new Ending(failure, null, Interrupt.NONE);
  }

  /** Somebody ended it before it began; {@code failure} is null if it was cancelled. */
  static Ending unbegun(@Nullable Throwable failure) {
    return new Ending(failure, null, Interrupt.NONE);
  }

  /** Somebody ended it while {@code thread} runs its body. */
  static Ending underway(@Nullable Throwable failure, Thread thread, Interrupt interrupt) {
    return new Ending(failure, thread, interrupt);
  }

  @SuppressWarnings("deprecation") // getId() is all that 17 has
  static long idOf(Thread thread) {
    return thread.getId();
  }

  /** Gives the interrupt that is being given. */
  void give() {
    if (interrupt == Interrupt.BEING_GIVEN && ended != null) {
      ended.interrupt();
      interrupt = Interrupt.GIVEN;
    }
  }

  /** The body goes on that waited for a task in place. Called by its thread. */
  void giveWhatWasPutOff() {
    if (interrupt == Interrupt.PUT_OFF) {
      interrupt = Interrupt.GIVEN;
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The body has returned. Called by its thread; after that nobody interrupts it any more.
   *
   * @return whether it was interrupted
   */
  boolean bodyReturned(Seam seam) {
    while (interrupt == Interrupt.BEING_GIVEN) {
      seam.stepAside();
    }
    return interrupt == Interrupt.GIVEN;
  }

  /** The thread of the body has nothing more to do with the task. */
  void bodyIsOver() {
    isBodyRunning = false;
  }

  boolean isBodyRunning() {
    return isBodyRunning;
  }

  /** The thread that runs the body on, if there is one. */
  @Nullable
  Thread runner() {
    return isBodyRunning ? ended : null;
  }

  /** The id of the thread whose body was cut short; 0 if none was. */
  long threadId() {
    return threadId;
  }

  /** Its place among the ends of all tasks. */
  long place() {
    return place;
  }

  Throwable failure(TaskCore<?> task) {
    Throwable known = failure;
    if (known == null) {
      // Several may make one at the same time; they say the same.
      known = new CancellationException(task.name() + " was cancelled");
      failure = known;
    }
    return known;
  }
}
