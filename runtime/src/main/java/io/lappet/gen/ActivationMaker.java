package io.lappet.gen;

import io.lappet.annotation.OnError;
import io.lappet.annotation.ThreadKind;
import io.lappet.internal.config.Tuning;
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
  final String member; // by which it is configured
  private final String method;
  private String name;
  private int concurrency = 1;
  private ThreadKind thread = ThreadKind.AUTO;
  private FailurePolicy policy = FailurePolicy.DEFAULT;
  private @Nullable LoopCore loop;

  ActivationMaker(Component component, String method) {
    this(component, method, method);
  }

  ActivationMaker(Component component, String method, String member) {
    this.component = component;
    this.member = member;
    this.method = method;
    this.name = component.member(member);
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

  /** What is declared, and what is configured instead. */
  final WorkerSpec spec() {
    Tuning tuning = component.tuning(member);
    if (tuning == null) {
      return declared();
    }
    tune(tuning);
    return tuning.make(this::declared);
  }

  private WorkerSpec declared() {
    return new WorkerSpec(name, method, concurrency, thread, policy, loop);
  }

  private void tune(Tuning tuning) {
    if (isConcurrent() && loop == null) {
      concurrency = tuning.number("concurrency", 1, concurrency);
    }
    thread = tuning.constant("thread", thread, ThreadKind.values());
    policy = policy
        .withRetries(tuning.number("retries", 0, policy.retries()))
        .withBackoff(tuning.duration("backoff", policy.backoff()))
        .withMaxBackoff(tuning.duration("maxBackoff", policy.maxBackoff()))
        .withThen(tuning.constant("then", policy.then(), decisions()));
    if (tuning.isUsed() && policy.backoff().compareTo(policy.maxBackoff()) > 0) {
      throw tuning.contradiction(new IllegalArgumentException("The first pause of " + name + " is "
          + policy.backoff() + ", and no pause is longer than " + policy.maxBackoff()));
    }
  }

  /** Whether it may have several threads. */
  boolean isConcurrent() {
    return true;
  }

  /** What may follow a failure. */
  OnError.Then[] decisions() {
    return OnError.Then.values();
  }
}
