package io.lappet.gen;

import io.lappet.Body;
import io.lappet.Worker;
import io.lappet.annotation.OnError;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.DaemonWorker;

/** Makes the worker of a daemon method. */
public final class DaemonMaker extends ActivationMaker<DaemonMaker> {
  DaemonMaker(Component component, String method) {
    super(component, method);
  }

  @Override
  DaemonMaker self() {
    return this;
  }

  @Override
  OnError.Then[] decisions() {
    return new OnError.Then[] {
      OnError.Then.DEFAULT, OnError.Then.RESTART, OnError.Then.STOP, OnError.Then.FAIL
    };
  }

  /** For {@code void m()}. */
  public Worker runs(Body body) {
    return runsWith(worker -> body.run());
  }

  /** For {@code void m(Worker self)}. */
  public Worker runsWith(Handler<? super Worker> body) {
    return component.add(new DaemonWorker(component, spec(), body::handle));
  }
}
