// LAP206
package sim;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A group of tasks that all need the lock of the method that waits for the group. */
public abstract class Simulation {
  private final double[] cells = new double[1024];
  private int steps;

  abstract Fabric fabric();

  @Async
  abstract Task<Void> relaxAsync(int from, int to);

  @Synchronized(lock = "grid")
  void relax(int from, int to) { // here
    for (int i = Math.max(1, from); i < to; i++) {
      cells[i] = (cells[i - 1] + cells[i]) / 2;
    }
  }

  @Synchronized(lock = "grid")
  public int step(int parts) throws InterruptedException { // here
    int size = cells.length / parts;
    try (TaskGroup group = fabric().group()) {
      List<Task<Void>> running = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        running.add(group.add(relaxAsync(i * size, (i + 1) * size)));
      }
      group.join(); // here
    }
    return ++steps;
  }
}
