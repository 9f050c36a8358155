package io.lappet.internal.fabric;

import io.lappet.Failure;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.context.Context;
import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.Probe;
import io.lappet.spi.ContextCarrier;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What calls take along to the thread that runs them; a test is told what they leave there. */
final class Contexts {
  private final List<ContextCarrier> carriers;
  private final Failures failures;
  private final @Nullable Probe probe; // of a test

  Contexts(List<ContextCarrier> carriers, Failures failures, @Nullable Probe probe) {
    this.carriers = carriers;
    this.failures = failures;
    this.probe = probe;
  }

  /** What a task takes along that the calling thread makes now; null if that is nothing. */
  @Nullable
  Context capture() {
    return Context.capture(carriers);
  }

  /**
   * Runs the body of {@code name} in {@code context}, and gives the thread back what it had.
   *
   * @param context what {@link #capture} returned where it was made
   */
  <T extends @Nullable Object> T callIn(@Nullable Context context, String name, Callable<T> body)
      throws Exception {
    return Context.call(context, body, e -> restoreFailed(name, e));
  }

  private void restoreFailed(String name, Throwable thrown) {
    if (thrown instanceof Abandoned) {
      return;
    }
    failures.report(new Failure(name, "restore", Thread.currentThread(), thrown, Then.CONTINUE));
    if (probe != null) {
      probe.leaked(leak(name, "what a carrier could not restore: " + thrown));
    }
  }

  /** Whether this is the fabric of a test that wants to know what happens. */
  boolean isProbed() {
    return probe != null;
  }

  /** Tells a test of a call that is about to be made, which may hold it up or fail it. */
  void beforeCall(String name) throws Exception {
    if (probe != null) {
      probe.beforeCall(name);
    }
  }

  /** Notes, in a test, what the calling thread keeps of a call of {@code name} that has ended. */
  void noteLeaks(String name) {
    if (probe != null) {
      for (String leftover : Context.leftovers(carriers)) {
        probe.leaked(leak(name, leftover));
      }
    }
  }

  private static String leak(String name, String what) {
    return "after " + name + ", thread " + Thread.currentThread().getName() + " keeps " + what;
  }
}
