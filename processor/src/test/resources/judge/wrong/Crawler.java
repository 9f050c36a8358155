// LAP019
package crawl;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody switched the consumer off by asking for no thread. */
public abstract class Crawler {
  static final int THREADS = 0;

  private final Set<URI> seen = ConcurrentHashMap.newKeySet();

  abstract Sender<URI> pages();

  @Consumer(from = "pages", concurrency = THREADS) // here
  void fetch(URI page) {
    System.out.println("GET " + page);
  }

  public void crawl(URI page) throws InterruptedException {
    if (seen.add(page)) {
      pages().send(page);
    }
  }
}
