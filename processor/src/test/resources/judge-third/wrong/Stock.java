// LAP210
package stock;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** The state is a record that is replaced whole, in one method without the lock. */
public abstract class Stock {
  private record State(int pieces, boolean open) {
    State with(int more) {
      return new State(pieces + more, open);
    }
  }

  private volatile State state = new State(0, true);

  boolean hasSome() { // here
    return state.open() && state.pieces() > 0; // here
  }

  @Synchronized
  @WaitUntil("hasSome")
  public void take() throws InterruptedException {
    state = state.with(-1);
  }

  @Synchronized
  public void close() {
    state = new State(state.pieces(), false);
  }

  public void deliver(int pieces) {
    state = state.with(pieces); // here
  }
}
