package silo;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** The state is a record that is replaced whole, under the lock, in helpers too. */
public abstract class Silo {
  private record State(int tons, boolean open) {
    State with(int more) {
      return new State(tons + more, open);
    }
  }

  private State state = new State(0, true);

  boolean hasSome() {
    return !state.open() || state.tons() > 0;
  }

  @Synchronized
  @WaitUntil(value = "hasSome", timeout = "1m")
  public boolean take() throws InterruptedException {
    boolean isTaken = state.tons() > 0;
    change(isTaken ? -1 : 0);
    return isTaken;
  }

  private void change(int tons) {
    state = state.with(tons);
  }

  @Synchronized
  public void close() {
    state = new State(state.tons(), false);
  }

  @Synchronized
  public void deliver(int tons) {
    change(tons);
  }
}
