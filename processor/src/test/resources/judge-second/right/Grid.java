package sim;

import io.lappet.Fabric;
import io.lappet.TaskGroup;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Tasks get copies; the lock is held before and after them, not while they are waited for. */
public abstract class Grid {
  private double[] cells = new double[1024];

  abstract Fabric fabric();

  private static double[] relax(double[] part) {
    for (int i = 1; i < part.length; i++) {
      part[i] = (part[i - 1] + part[i]) / 2;
    }
    return part;
  }

  public void step() throws InterruptedException {
    double[] now = cells();
    List<double[]> results = new ArrayList<>();
    try (TaskGroup group = fabric().group()) {
      var left = group.fork(() -> relax(java.util.Arrays.copyOfRange(now, 0, 512)));
      var right = group.fork(() -> relax(java.util.Arrays.copyOfRange(now, 512, 1024)));
      group.join();
      results.add(left.join());
      results.add(right.join());
    }
    for (int i = 0; i < now.length; i++) {
      now[i] = results.get(i / 512)[i % 512];
    }
    replace(now);
  }

  @Synchronized(lock = "grid")
  double[] cells() {
    return cells.clone();
  }

  @Synchronized(lock = "grid")
  void replace(double[] fresh) {
    cells = fresh;
  }
}
