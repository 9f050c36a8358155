// LAP201
package game;

import io.lappet.Fabric;
import io.lappet.TaskGroup;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** The bodies that are forked run beside each other and after the lock was given back. */
@Woven
public abstract class Scoreboard {
  private final List<String> problems = new ArrayList<>(); // here

  abstract Fabric fabric();

  public void checkAll(List<String> players) throws InterruptedException {
    try (TaskGroup group = fabric().group()) {
      for (String player : players) {
        group.fork(
            () -> {
              if (player.isBlank()) {
                complain("no name"); // here
              }
              return player.length();
            });
      }
      group.join();
    }
  }

  private void complain(String problem) {
    problems.add(problem); // here
  }

  @Synchronized
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
