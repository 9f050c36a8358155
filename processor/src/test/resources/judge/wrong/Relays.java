// LAP201
package relays;

import io.lappet.Fabric;
import io.lappet.TaskGroup;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** What is forked for each element runs several times at once. */
@Woven
public abstract class Relays {
  private final List<Integer> lengths = new ArrayList<>(); // here

  abstract Fabric fabric();

  public int measure(List<String> words) throws InterruptedException {
    try (TaskGroup group = fabric().group()) {
      words.forEach(word -> group.fork(() -> lengths.add(word.length()))); // here
      group.join();
    }
    return lengths.stream().mapToInt(Integer::intValue).sum();
  }
}
