package io.lappet.gen;

import io.lappet.Lane;
import io.lappet.internal.fabric.Component;
import java.time.Duration;

/** Makes the twin of a method. */
public final class TwinMaker {
  private final Component component;
  private final String method;

  TwinMaker(Component component, String method) {
    this.component = component;
    this.method = method;
  }

  /** Replaces the full name of its tasks. */
  public TwinMaker named(String name) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Sets the lane that runs its tasks. */
  public TwinMaker lane(Lane lane) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Lets its tasks run on the loop of a confined object. */
  public TwinMaker loop(Loop loop) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Sets the time before a task begins. */
  public TwinMaker delay(Duration delay) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Sets the time that a task may take, counted from the call. */
  public TwinMaker timeout(Duration timeout) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Lets closing not wait for its tasks. */
  public TwinMaker daemon() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Lets the thread that joins a task run it. */
  public TwinMaker callerRuns() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Makes it. */
  public Twin make() {
    throw new UnsupportedOperationException("not yet " + component + method);
  }
}
