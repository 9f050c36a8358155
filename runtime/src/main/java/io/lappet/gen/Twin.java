package io.lappet.gen;

import io.lappet.Body;
import io.lappet.Generator;
import io.lappet.Task;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs the calls of a twin elsewhere. Refuses them once the fabric or the lane is closed. */
public final class Twin {
  Twin() {}

  /** For a twin that returns {@code Task<R>} or {@code Future<R>}. */
  public <R> Task<R> call(Callable<? extends R> body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For one whose target returns nothing. */
  public Task<Void> run(Body body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For a twin that returns nothing; its failure is reported. */
  public void tell(Body body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For one that returns {@code CompletableFuture<R>}, whose cancelling cancels the task. */
  public <R> CompletableFuture<R> future(Callable<? extends R> body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** As {@link #future}, for a target that returns nothing. */
  public CompletableFuture<Void> futureOf(Body body) {
    throw new UnsupportedOperationException("not yet");
  }

  /** For one that returns {@code Generator<T>}. */
  public <T> Generator<T> generate(Generator.Source<T> body) {
    throw new UnsupportedOperationException("not yet");
  }
}
