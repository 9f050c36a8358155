package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.Worker;
import io.lappet.annotation.OnError.Then;

/** Runs a daemon method from start to stop. */
public final class DaemonWorker extends ThreadWorker {
  private final Fn<Worker, Object> body;

  /** Makes one that calls {@code body}. */
  public DaemonWorker(Component component, WorkerSpec spec, Routine body) {
    super(component, spec, Then.RESTART);
    this.body = worker -> {
      body.run(worker);
      return null;
    };
  }

  /** A method that may want to know its worker. */
  @FunctionalInterface
  public interface Routine {
    /** Runs it. */
    void run(Worker self) throws Exception;
  }

  @Override
  Kind kind() {
    return Kind.DAEMON;
  }

  @Override
  boolean succeedsByLasting() {
    return true;
  }

  @Override
  void work(Hand hand) {
    Verdict verdict = Verdict.SETTLED;
    while (verdict == Verdict.SETTLED && awaitTurn()) {
      verdict = Verdict.of(call(hand, body, this));
    }
  }
}
