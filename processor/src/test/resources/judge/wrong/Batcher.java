// LAP207
package batch;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Joins what it submitted under its lock; the bodies do not need it, but all others do. */
@Woven
public abstract class Batcher {
  private final List<Integer> sums = new ArrayList<>();

  abstract Fabric fabric();

  @Synchronized(lock = "sums") // here
  public int add(List<Integer> numbers) { // here
    Task<Integer> task = fabric().submit("sum", () -> sum(numbers));
    int sum = task.join(); // here
    sums.add(sum);
    return sum;
  }

  private static int sum(List<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  @Synchronized(lock = "sums")
  public int largest() {
    return sums.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
