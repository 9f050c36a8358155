// LAP213
package crawl;

import io.lappet.annotation.Limit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Each level of the recursion takes one of three permits and keeps it. */
public abstract class Spider {
  private final Function<String, List<String>> links;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  protected Spider(Function<String, List<String>> links) {
    this.links = links;
  }

  @Limit(permits = 3)
  public int visit(String url, int depth) throws InterruptedException { // here
    if (depth == 0 || !seen.add(url)) {
      return 0;
    }
    int pages = 1;
    for (String link : links.apply(url)) {
      pages += visit(link, depth - 1); // here
    }
    return pages;
  }
}
