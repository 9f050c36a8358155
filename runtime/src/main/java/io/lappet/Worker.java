package io.lappet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The running side of an activation: one or more threads that call one annotated method.
 *
 * <pre>
 * NEW -&gt; RUNNING &lt;-&gt; BACKING_OFF, PAUSED
 *        RUNNING -&gt; DONE | FAILED | STOPPED;  STOPPED -&gt; RUNNING by start()
 * </pre>
 */
public interface Worker {
  /** The states of a worker. */
  enum State {
    /** Not started. */
    NEW,
    /** Started: its method may be called at any time. */
    RUNNING,
    /** Waiting before a retry or restart. */
    BACKING_OFF,
    /** Started, but no call begins until {@link Worker#resume()}. */
    PAUSED,
    /** Ended by itself: returned, or its channel has ended. */
    DONE,
    /** Ended by a failure. */
    FAILED,
    /** Ended by {@link Worker#stop()} or by the end of the fabric. */
    STOPPED
  }

  /** The full name, for instance {@code LogPipeline.parse}. */
  String name();

  /** The present state. */
  State state();

  /** Whether it has been started and has not ended. A paused worker is alive. */
  boolean isAlive();

  /** Whether the program may end although this worker is alive. */
  boolean isDaemon();

  /** Whether it has been told to stop; a long call should look at this now and then. */
  boolean isStopping();

  /**
   * Lets no further call begin. A call in progress goes on, and a message already returned is still
   * delivered; daemons and producers are interrupted in their calls. Returns at once. Harmless if
   * the worker was never started or has ended.
   */
  void stop();

  /**
   * Starts again after {@link #stop()}, once the last call has ended.
   *
   * @throws IllegalThreadStateException if the worker is in any other state, or its object was
   *     stopped
   * @throws FabricClosedException if the fabric is closing or closed
   */
  void start();

  /**
   * Lets no further call begin until {@link #resume()}; a call in progress goes on. Unlike a stopped
   * worker a paused one has not ended: its channels stay open and the program goes on. Closing the
   * fabric resumes it. Harmless if the worker is paused or not alive.
   */
  void pause();

  /** Ends a pause. Ticks that a timer missed are merged into one. Harmless if not paused. */
  void resume();

  /**
   * Waits until the worker has ended and the channels that end with it are closed.
   *
   * @throws IllegalThreadStateException if it was never started
   * @throws IllegalStateException if called by a thread of the worker itself
   * @throws InterruptedException if interrupted; the worker goes on
   */
  void join() throws InterruptedException;

  /**
   * As {@link #join()}, for at most {@code limit}.
   *
   * @return whether the worker has ended
   */
  boolean join(Duration limit) throws InterruptedException;

  /** How many calls returned normally. */
  long handled();

  /** How many calls failed, retries included. */
  long failures();

  /** How often the method was called again after a failure, retries not included. */
  int restarts();

  /** The last failure, if there was one. */
  Optional<Throwable> lastFailure();

  /** Its live threads. */
  List<Thread> threads();

  /** The worker whose method the calling thread runs, if any. */
  static Optional<Worker> current() {
    return io.lappet.internal.fabric.Threads.currentWorker();
  }
}
