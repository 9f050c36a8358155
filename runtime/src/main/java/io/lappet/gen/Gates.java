package io.lappet.gen;

import io.lappet.Gate;
import io.lappet.WaitInterruptedException;
import io.lappet.WaitTimeoutException;
import io.lappet.internal.sync.GateCore;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How generated code waits for gates. */
public final class Gates {
  private Gates() {}

  /**
   * Waits until {@code gate} is open.
   *
   * @param call the call that waits, for messages
   * @throws io.lappet.WaitInterruptedException if the thread was interrupted and must wait; the
   *     interrupt is set again
   */
  public static void await(Gate gate, String call) {
    try {
      pass(gate, null, call);
    } catch (InterruptedException e) {
      throw interrupted(gate, call, e);
    }
  }

  /**
   * As {@link #await(Gate, String)}, within {@code limit}.
   *
   * @throws io.lappet.WaitTimeoutException if that was not possible
   */
  public static void await(Gate gate, Duration limit, String call) {
    Objects.requireNonNull(limit, "limit");
    try {
      pass(gate, limit, call);
    } catch (InterruptedException e) {
      throw interrupted(gate, call, e);
    }
  }

  /** As {@link #await(Gate, String)}, for a method that may be interrupted. */
  public static void awaitInterruptibly(Gate gate, String call) throws InterruptedException {
    throwIfInterrupted();
    pass(gate, null, call);
  }

  /** As {@link #await(Gate, Duration, String)}, for a method that may be interrupted. */
  public static void awaitInterruptibly(Gate gate, Duration limit, String call)
      throws InterruptedException {
    Objects.requireNonNull(limit, "limit");
    throwIfInterrupted();
    pass(gate, limit, call);
  }

  private static void pass(Gate gate, @Nullable Duration limit, String call)
      throws InterruptedException {
    boolean passed = gate instanceof GateCore ours ? ours.pass(limit) : passForeign(gate, limit);
    if (!passed) {
      throw new WaitTimeoutException(
          call + " did not pass gate \"" + gate.name() + "\" within " + limit);
    }
  }

  /** A gate that a user made, for a test perhaps; its await may refuse who is interrupted. */
  private static boolean passForeign(Gate gate, @Nullable Duration limit)
      throws InterruptedException {
    if (gate.isOpen()) {
      return true;
    }
    if (limit != null) {
      return gate.await(limit);
    }
    gate.await();
    return true;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static WaitInterruptedException interrupted(
      Gate gate, String call, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new WaitInterruptedException(
        call + " was interrupted while it waited for gate \"" + gate.name() + "\"", cause);
  }
}
