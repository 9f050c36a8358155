// LAP201
package crawl;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.Collectors;

/** Each download runs on its own, and all of them add to one sum. */
public abstract class Downloads {
  private long bytes; // here

  @Async(timeout = "1m")
  abstract Task<Integer> fetchAsync(URL url);

  Integer fetch(URL url) throws IOException { // here
    try (InputStream in = url.openStream()) {
      int size = in.readAllBytes().length;
      bytes += size; // here
      return size;
    }
  }

  public String all(List<URL> urls) throws InterruptedException {
    List<Task<Integer>> tasks = urls.stream().map(this::fetchAsync).collect(Collectors.toList());
    Task.joinAll(tasks);
    return tasks.size() + " files";
  }
}
