// LAP206
package build;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Waits for tasks under the lock that each of them takes. */
public abstract class Compiler {
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private int builds;

  @Synchronized(lock = "sizes")
  void compile(String file) {
    sizes.put(file, file.length());
  }

  @Async
  abstract Task<Void> compileAsync(String file);

  @Synchronized(lock = "sizes") // here
  public int build(String main) { // here
    builds++;
    sizes.clear();
    Task<Void> task = compileAsync(main);
    task.join(); // here
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Synchronized(lock = "sizes")
  public List<String> report() {
    List<String> lines = new ArrayList<>();
    sizes.forEach((file, size) -> lines.add(file + " " + size));
    lines.add(builds + " builds");
    return lines;
  }
}
