// the task is joined after the lock was given back
package importer;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public abstract class Importer {
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  abstract Fabric fabric();

  @Synchronized(lock = "sizes")
  void load(String file) {
    sizes.put(file, file.length());
  }

  @Async
  abstract Task<Void> loadAsync(String file);

  @Synchronized(lock = "sizes")
  List<Task<Void>> begin(List<String> files) {
    sizes.clear();
    List<Task<Void>> tasks = new ArrayList<>();
    for (String file : files) {
      tasks.add(loadAsync(file));
    }
    return tasks;
  }

  public int importAll(List<String> files) throws InterruptedException {
    List<Task<Void>> tasks = begin(files);
    Task.joinAll(tasks);
    try (TaskGroup group = fabric().group()) {
      group.fork(this::sum);
      group.add(loadAsync("last"));
      group.join();
    }
    return sum();
  }

  @Synchronized(lock = "sizes")
  public int sum() {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
