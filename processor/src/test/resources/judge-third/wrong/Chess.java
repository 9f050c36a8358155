// LAP223
package chess;

import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.time.Duration;

/** A clock moves the pieces of a board that has a loop of its own. */
public final class Chess {
  private Chess() {}

  @Woven(confined = true)
  public abstract static class Board {
    private int moves;

    void move(String from, String to) {
      moves++;
      System.out.println(from + to);
    }

    @Async("move")
    abstract void moveLater(String from, String to);
  }

  public abstract static class Clock {
    private final Board board;
    private final Duration limit;

    protected Clock(Board board, Duration limit) {
      this.board = board;
      this.limit = limit;
    }

    @PeriodicTimer(every = "1m")
    void tick() {
      if (limit.isZero()) {
        board.move("e2", "e4"); // here
      }
    }
  }
}
