package gallery;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.List;
import java.util.stream.Collectors;

/** A field of the base class, changed by each call of a twin. */
public abstract class Renderer extends Counted {
  private final int width;

  protected Renderer(int width) {
    this.width = width;
  }

  String render(String name) { // here
    String text = name.length() > width ? name.substring(0, width) : name;
    renderedOne(); // here
    return "<" + text + ">";
  }

  @Async
  abstract Task<String> renderAsync(String name); // here

  public List<String> renderAll(List<String> names) {
    List<Task<String>> tasks = names.stream().map(this::renderAsync).collect(Collectors.toList());
    return tasks.stream().map(Task::join).collect(Collectors.toList());
  }
}
