// LAP207
package tables;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.stream.Collectors;

/** Joins by a method reference, under the lock. */
public abstract class Tables {
  private List<String> rows = List.of();

  String row(int number) {
    return "row " + number;
  }

  @Async
  abstract Task<String> rowAsync(int number);

  @Synchronized // here
  public void load(List<Integer> numbers) { // here
    List<Task<String>> tasks =
        numbers.stream().map(this::rowAsync).collect(Collectors.toList());
    rows = tasks.stream().map(Task::join).collect(Collectors.toList()); // here
  }

  @Synchronized
  public List<String> rows() {
    return rows;
  }
}
