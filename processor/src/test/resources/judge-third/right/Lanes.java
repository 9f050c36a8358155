package lanes;

import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** A lane of one thread keeps its tasks apart, twins and lambdas alike. */
@Woven
public abstract class Lanes {
  private final List<String> lines = new ArrayList<>();
  private int written;

  @Limit(permits = 1)
  abstract Lane disk();

  void write(String line) {
    lines.add(line);
    written++;
  }

  @Async(lane = "disk")
  public abstract Task<Void> writeAsync(String line);

  public Task<Integer> flush() {
    return disk().submit(() -> {
      int flushed = lines.size();
      lines.clear();
      written += flushed;
      return flushed;
    });
  }
}
