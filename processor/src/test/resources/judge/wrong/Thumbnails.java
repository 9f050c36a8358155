// LAP008
package media;

import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The twin asks for a width as a long; there is only one with an int. */
public abstract class Thumbnails {
  private final Path cache;

  protected Thumbnails(Path cache) {
    this.cache = cache;
  }

  @Limit(permits = 2)
  abstract Lane images();

  Path scale(Path image, int width) throws IOException {
    Path target = cache.resolve(width + "-" + image.getFileName());
    if (!Files.exists(target)) {
      Files.copy(image, target);
    }
    return target;
  }

  @Async(lane = "images")
  abstract Task<Path> scaleAsync(Path image, long width); // here

  public List<Path> all(List<Path> images) {
    List<Task<Path>> tasks = new ArrayList<>();
    for (Path image : images) {
      tasks.add(scaleAsync(image, 120));
    }
    return tasks.stream().map(Task::join).toList();
  }
}
