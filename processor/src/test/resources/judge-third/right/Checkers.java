package checkers;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** A board with a loop is told and asked through its twins; its own methods call each other. */
public final class Checkers {
  private Checkers() {}

  @Woven(confined = true)
  public abstract static class Board {
    private final List<String> moves = new ArrayList<>();

    void move(String move) {
      moves.add(move);
      show();
    }

    private void show() {
      System.out.println(last());
    }

    String last() {
      return moves.isEmpty() ? "" : moves.get(moves.size() - 1);
    }

    @Async("move")
    abstract void moveLater(String move);

    @Async
    abstract Task<String> lastAsync();
  }

  public abstract static class Clock {
    private final Board board;

    protected Clock(Board board) {
      this.board = board;
    }

    @PeriodicTimer(every = "1m")
    void tick() {
      board.moveLater("tick");
      System.out.println(board.lastAsync().join());
    }
  }
}
