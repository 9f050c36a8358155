package crawl;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each task returns its number; only who joins adds them up, in variables of its own. */
public abstract class PageLoader {
  private final Map<String, String> headers;

  protected PageLoader(Map<String, String> headers) {
    this.headers = new HashMap<>(headers);
    this.headers.put("Accept", "*/*");
  }

  @Async(timeout = "1m")
  abstract Task<Integer> fetchAsync(URL url);

  Integer fetch(URL url) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    try (InputStream in = url.openStream()) {
      sizes.add(in.readAllBytes().length + headers.size());
    }
    return sizes.get(0);
  }

  public long all(URL... urls) {
    List<Task<Integer>> tasks = new ArrayList<>();
    for (URL url : urls) {
      tasks.add(fetchAsync(url));
    }
    long sum = 0;
    for (Task<Integer> task : tasks) {
      sum += task.join();
    }
    return sum;
  }
}
