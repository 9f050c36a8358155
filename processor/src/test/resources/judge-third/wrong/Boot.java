// LAP208
package boot;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.List;
import java.util.Optional;

/** A field is filled by a twin while the object is being made. */
public abstract class Boot {
  private final String source;
  private final Optional<Task<List<String>>> first = start(); // here

  protected Boot(String source) {
    this.source = source;
  }

  private Optional<Task<List<String>>> start() {
    return Optional.of("boot").map(this::loadAsync); // here
  }

  List<String> load(String name) {
    return List.of(source, name);
  }

  @Async
  abstract Task<List<String>> loadAsync(String name);

  public boolean isLoaded() {
    return first.map(Task::isDone).orElse(false);
  }
}
