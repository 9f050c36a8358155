package quay;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/** A guard that is a switch over a phase, which changes under the lock in a lambda that runs at once. */
public abstract class Quay {
  private enum Phase {
    LOADING,
    READY,
    GONE;

    Phase next() {
      return this == LOADING ? READY : GONE;
    }
  }

  private final Deque<String> ships = new ArrayDeque<>();
  private Phase phase = Phase.LOADING;

  boolean isReady() {
    return switch (phase) {
      case LOADING -> false;
      case READY, GONE -> !ships.isEmpty();
    };
  }

  @Synchronized
  public void arrive(String ship) {
    ships.add(ship);
    change(Phase::next);
  }

  private void change(UnaryOperator<Phase> by) {
    phase = by.apply(phase);
  }

  @Synchronized
  @WaitUntil("isReady")
  public String depart() throws InterruptedException {
    return ships.removeFirst();
  }
}
