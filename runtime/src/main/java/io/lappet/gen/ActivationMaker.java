package io.lappet.gen;

import io.lappet.annotation.OnError;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.FailurePolicy;
import io.lappet.internal.fabric.LoopCore;
import io.lappet.internal.fabric.WorkerSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the makers of all workers have in common.
 *
 * @param <M> the maker itself
 */
public abstract sealed class ActivationMaker<M extends ActivationMaker<M>>
    permits DaemonMaker, ProducerMaker, ConsumerMaker, TimerMaker {
  final Component component;
  private final String method;
  private String name;
  private int concurrency = 1;
  private ThreadKind thread = ThreadKind.AUTO;
  private FailurePolicy policy = FailurePolicy.DEFAULT;
  private @Nullable LoopCore loop;

  ActivationMaker(Component component, String method) {
    this.component = component;
    this.method = method;
    this.name = component.member(method);
  }

  abstract M self();

  /** Replaces the full name of the worker. */
  public M named(String name) {
    this.name = name;
    return self();
  }

  /** Sets how many threads call the method. */
  public M concurrency(int threads) {
    this.concurrency = threads;
    return self();
  }

  /** Sets the kind of thread. */
  public M thread(ThreadKind kind) {
    this.thread = kind;
    return self();
  }

  /** Sets how often a failed call is tried again. */
  public M retries(int retries) {
    policy = policy.withRetries(retries);
    return self();
  }

  /** Sets the pause before the first retry or restart. */
  public M backoff(Duration first) {
    policy = policy.withBackoff(first);
    return self();
  }

  /** Sets the longest pause. */
  public M maxBackoff(Duration longest) {
    policy = policy.withMaxBackoff(longest);
    return self();
  }

  /** Sets what follows a failure that was not put right. */
  public M then(OnError.Then then) {
    policy = policy.withThen(then);
    return self();
  }

  /** Sets by what part of it a pause may be longer or shorter. */
  public M jitter(double part) {
    policy = policy.withJitter(part);
    return self();
  }

  /** Sets how many failures are too many to restart. */
  public M maxFailures(int failures) {
    policy = policy.withMaxFailures(failures);
    return self();
  }

  /** Sets in what time they are too many. */
  public M window(Duration window) {
    policy = policy.withWindow(window);
    return self();
  }

  /** Lets its calls run on the loop of a confined object. */
  public M loop(Loop loop) {
    this.loop = loop.core;
    return self();
  }

  final WorkerSpec spec() {
    return new WorkerSpec(name, method, concurrency, thread, policy, loop);
  }
}
