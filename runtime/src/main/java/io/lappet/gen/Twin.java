package io.lappet.gen;

import io.lappet.Body;
import io.lappet.Generator;
import io.lappet.Task;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.Origin;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs the calls of a twin elsewhere. Refuses them once the fabric or the lane is closed. */
public final class Twin {
  private final Component component;
  private final Origin asked; // of tasks whose callers get a handle
  private final Origin told; // of those that nobody can ask

  Twin(Component component, Origin asked, Origin told) {
    this.component = component;
    this.asked = asked;
    this.told = told;
  }

  /** For a twin that returns {@code Task<R>} or {@code Future<R>}. */
  public <R> Task<R> call(Callable<? extends R> body) {
    return asked.start(body);
  }

  /** For one whose target returns nothing. */
  public Task<Void> run(Body body) {
    return asked.start(body);
  }

  /** For a twin that returns nothing; its failure is reported. */
  public void tell(Body body) {
    told.start(body);
  }

  /** For one that returns {@code CompletableFuture<R>}, whose cancelling cancels the task. */
  public <R> CompletableFuture<R> future(Callable<? extends R> body) {
    return asked.startFuture(body);
  }

  /** As {@link #future}, for a target that returns nothing. */
  public CompletableFuture<Void> futureOf(Body body) {
    return asked.startFuture(body);
  }

  /** For one that returns {@code Generator<T>}. */
  public <T> Generator<T> generate(Generator.Source<T> body) {
    return component.generator(asked, body);
  }
}
