package io.lappet.internal.fabric;

import io.lappet.Fabric.State;
import io.lappet.FabricClosedException;
import io.lappet.FabricFailedException;
import io.lappet.internal.seam.Seam;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far a fabric has come, what has failed it, and whether it still accepts anything. */
final class FabricLife {
  /*
   * NEW -> RUNNING -> DRAINING -> CLOSED | FAILED;  NEW -> DRAINING
   *
   * shutdown is not null from DRAINING on.
   */
  private final FabricCore fabric;
  private final Progress progress;
  private volatile State state = State.NEW; // written with progress
  private @Nullable Throwable failure; // guarded by progress
  private volatile @Nullable Shutdown shutdown; // written with progress

  FabricLife(FabricCore fabric, Progress progress) {
    this.fabric = fabric;
    this.progress = progress;
  }

  State state() {
    return progress.locked(() -> state);
  }

  Optional<Throwable> failure() {
    return Optional.ofNullable(progress.locked(() -> failure));
  }

  boolean hasEnded() {
    State present = state;
    return present == State.CLOSED || present == State.FAILED;
  }

  boolean isClosing() {
    return shutdown != null;
  }

  /** What ends the fabric, if it is closing. */
  @Nullable
  Shutdown shutdown() {
    return shutdown;
  }

  // ---- Moving on

  /** Goes from one state to the next, unless somebody was faster. */
  void moveOn(State from, State to) {
    progress.change(() -> {
      if (state == from) {
        state = to;
      }
    });
  }

  /** Keeps what fails the fabric; the first cause counts. */
  void failed(Throwable cause) {
    progress.change(() -> {
      if (failure == null && !hasEnded()) {
        failure = cause;
      }
    });
  }

  /** Drains from now on; returns what ends the fabric, planned by the first who asks. */
  Shutdown drain(Supplier<Shutdown> plan) {
    return progress.locked(() -> {
      Shutdown known = shutdown;
      if (known == null) {
        state = State.DRAINING;
        known = plan.get();
        shutdown = known;
      }
      return known;
    });
  }

  /** Its shutdown is over. */
  void end() {
    progress.change(() -> state = failure == null ? State.CLOSED : State.FAILED);
  }

  // ---- Asking

  /**
   * Throws if the fabric accepts nothing more. Call only when holding the lock.
   *
   * @param inside whether the caller belongs to the work that is being drained
   */
  void requireOpenFor(boolean inside, String call) {
    assert progress.isHeld();
    if (hasEnded() || (isClosing() && !inside)) {
      throw new FabricClosedException(
          "Fabric \"" + fabric.name() + "\" is " + state + ": " + call + " is refused");
    }
  }

  /** Throws if the fabric accepts nothing more from the calling thread. */
  void requireOpen(String call) {
    if (isClosing()) {
      boolean inside = Crew.isInside(fabric);
      progress.change(() -> requireOpenFor(inside, call));
    }
  }

  // ---- Waiting

  /** Waits for the end; see {@link io.lappet.Fabric#join}. */
  void join() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (callerBelongsToIt() && !progress.locked(this::hasEnded)) {
      throw new IllegalStateException(Thread.currentThread().getName()
          + " belongs to fabric \""
          + fabric.name()
          + "\" and cannot wait for its end");
    }
    progress.await(this::hasEnded, Seam.NEVER);
    throwIfFailed();
  }

  private boolean callerBelongsToIt() {
    return !Crew.jobsOfCaller(fabric).isEmpty() || Shutdown.isRunBy(Thread.currentThread(), fabric);
  }

  void throwIfFailed() {
    Optional<Throwable> cause = failure();
    if (cause.isPresent()) {
      throw new FabricFailedException(
          "Fabric \"" + fabric.name() + "\" failed: " + cause.get(), cause.get());
    }
  }
}
