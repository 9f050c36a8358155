package io.lappet.internal.fabric;

import io.lappet.annotation.ThreadKind;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every kind of worker.
 *
 * @param name the full name
 * @param method the name of the annotated method
 * @param concurrency how many threads call it
 * @param thread the kind of thread
 * @param policy what happens when a call fails
 * @param loop what makes the calls, if the object is confined
 */
public record WorkerSpec(
    String name,
    String method,
    int concurrency,
    ThreadKind thread,
    FailurePolicy policy,
    @Nullable LoopCore loop) {
  /** Refuses what the compiler would have refused. */
  public WorkerSpec {
    require(concurrency >= 1, name, "cannot run on " + concurrency + " threads");
    require(policy.retries() >= 0, name, "cannot have " + policy.retries() + " retries");
    require(policy.maxFailures() >= 1, name, "cannot have " + policy.maxFailures() + " failures");
    require(
        policy.jitter() >= 0 && policy.jitter() <= 1,
        name,
        "cannot leave " + policy.jitter() + " of a pause to chance: from 0 to 1");
  }

  private static void require(boolean right, String name, String fault) {
    if (!right) {
      throw new IllegalArgumentException(name + " " + fault);
    }
  }

  /** The name of the {@code i}th thread, counted from 1. */
  String threadName(int i) {
    return concurrency == 1 ? name : name + "-" + i;
  }
}
