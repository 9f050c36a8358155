package io.lappet;

import java.time.Duration;

/**
 * Open or closed; who waits at it goes on when it is opened. Python's {@code Event}. Closed at
 * first.
 *
 * <p>What a thread did before it opened the gate is visible to whoever passes it.
 */
public interface Gate {
  /** The full name, for instance {@code TrafficLight.green}. */
  String name();

  /**
   * Opens the gate and releases everybody who is waiting at this moment, even if it is closed right
   * afterwards. Harmless if it is open.
   */
  void open();

  /** Closes the gate; who comes from now on waits for the next opening. Harmless if it is closed. */
  void close();

  /** Whether it is open. */
  boolean isOpen();

  /**
   * Waits until the gate is open.
   *
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  void await() throws InterruptedException;

  /**
   * Waits until the gate is open, for at most {@code limit}.
   *
   * @return whether it was open, or was opened meanwhile
   * @throws InterruptedException if the thread was interrupted, before or while waiting
   */
  boolean await(Duration limit) throws InterruptedException;
}
