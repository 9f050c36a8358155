// LAP013
package game;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A room is a loop, and yet it has a loop of its own beside it. */
@Woven(confined = true)
public abstract class GameRoom {
  private final Map<String, Integer> scores = new LinkedHashMap<>();
  private int round;

  abstract Fabric fabric();

  void join(String player) {
    scores.putIfAbsent(player, 0);
  }

  @Async
  public abstract void joinAsync(String player);

  void score(String player, int points) {
    scores.merge(player, points, Integer::sum);
  }

  @Async
  public abstract void scoreAsync(String player, int points);

  @Daemon // here
  void rounds() throws InterruptedException { // here
    while (true) {
      fabric().sleep(Duration.ofMinutes(1));
      round++;
    }
  }

  @Override
  public String toString() {
    return "round " + round + ": " + scores;
  }
}
