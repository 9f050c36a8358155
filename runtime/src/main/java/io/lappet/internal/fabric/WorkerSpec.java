package io.lappet.internal.fabric;

import io.lappet.annotation.ThreadKind;

/**
 * What is the same for every kind of worker.
 *
 * @param name the full name
 * @param method the name of the annotated method
 * @param concurrency how many threads call it
 * @param thread the kind of thread
 * @param policy what happens when a call fails
 */
public record WorkerSpec(
    String name, String method, int concurrency, ThreadKind thread, FailurePolicy policy) {
  /** Refuses what the compiler would have refused. */
  public WorkerSpec {
    if (concurrency < 1) {
      throw new IllegalArgumentException(name + " cannot run on " + concurrency + " threads");
    }
    if (policy.retries() < 0) {
      throw new IllegalArgumentException(name + " cannot have " + policy.retries() + " retries");
    }
  }

  /** The name of the {@code i}th thread, counted from 1. */
  String threadName(int i) {
    return concurrency == 1 ? name : name + "-" + i;
  }
}
