package io.lappet.gen;

import io.lappet.Lane;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.LoopCore;
import io.lappet.internal.fabric.Origin;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the twin of a method. */
public final class TwinMaker {
  private final Component component;
  private final String method;
  private String member; // by which it is configured
  private String name;
  private boolean isNamed;
  private @Nullable Lane lane;
  private @Nullable LoopCore loop;
  private @Nullable Duration delay;
  private @Nullable Duration timeout;
  private boolean daemon;
  private boolean callerRuns;

  TwinMaker(Component component, String method) {
    this.component = component;
    this.method = method;
    this.member = method + "Async";
    this.name = component.member(method);
  }

  /** Says what the twin is called, if that is not the name of the method and {@code Async}. */
  public TwinMaker calledBy(String twin) {
    this.member = twin;
    return this;
  }

  /** Replaces the full name of its tasks; from the second one on they have a number behind it. */
  public TwinMaker named(String name) {
    this.name = Objects.requireNonNull(name, "name");
    this.isNamed = true;
    return this;
  }

  /** Sets the lane that runs its tasks. */
  public TwinMaker lane(Lane lane) {
    this.lane = Objects.requireNonNull(lane, "lane");
    return this;
  }

  /** Lets its tasks run on the loop of a confined object. */
  public TwinMaker loop(Loop loop) {
    this.loop = loop.core;
    return this;
  }

  /** Sets the time before a task begins. Zero or less is none. */
  public TwinMaker delay(Duration delay) {
    this.delay = delay.isNegative() || delay.isZero() ? null : delay;
    return this;
  }

  /** Sets the time that a task may take, counted from the call. */
  public TwinMaker timeout(Duration timeout) {
    this.timeout = Objects.requireNonNull(timeout, "timeout");
    return this;
  }

  /** Lets closing not wait for its tasks. */
  public TwinMaker daemon() {
    daemon = true;
    return this;
  }

  /** Lets the thread that joins a task run it. */
  public TwinMaker callerRuns() {
    callerRuns = true;
    return this;
  }

  /** Makes it, as it is declared, or as it is configured instead. */
  public Twin make() {
    Tuning tuning = component.tuning(member);
    if (tuning != null) {
      tune(tuning);
    }
    return new Twin(component, origin(false), origin(true));
  }

  private void tune(Tuning tuning) {
    Duration later = tuning.optional("delay", delay);
    delay(later == null ? Duration.ZERO : later);
    timeout = tuning.optional("timeout", timeout);
    if (loop == null) {
      lane = tuning.optional("lane", lane, component::laneNamed);
      if (callerRuns && lane == null) {
        throw tuning.contradiction(new IllegalArgumentException(
            "Who joins a task of " + component.member(member) + " may run it, which needs a lane"));
      }
    }
  }

  private Origin origin(boolean reports) {
    Origin.Options options =
        new Origin.Options(name, isNamed, method, delay, timeout, daemon, callerRuns, reports);
    return loop == null ? component.origin(lane, options) : component.origin(loop, options);
  }
}
