// twins and joins by method reference, outside of the lock; what is forked takes it itself
package mapper;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

public abstract class Mapper {
  private final List<Integer> lengths = new ArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();

  abstract Fabric fabric();

  int length(String word) {
    runs.incrementAndGet();
    return word.length();
  }

  @Async
  abstract Task<Integer> lengthAsync(String word);

  @Synchronized
  void add(int length) {
    lengths.add(length);
  }

  public void measure(List<String> words) throws InterruptedException {
    words.stream().map(this::lengthAsync).map(Task::join).forEach(this::add);
    try (TaskGroup group = fabric().group()) {
      words.forEach(word -> group.fork(() -> length(word) + runs.get()));
      group.join();
    }
    Optional.of(words).map(List::size).ifPresent(this::add);
  }

  @Synchronized
  public int longest() {
    lengths.removeIf(length -> length < 0);
    return lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
