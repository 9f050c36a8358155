package crawl;

import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A permit for each page, given back before the next level; a lock that may be taken again. */
public abstract class Tree {
  private final Function<String, List<String>> links;
  private final Set<String> seen = new HashSet<>();

  protected Tree(Function<String, List<String>> links) {
    this.links = links;
  }

  @Limit(permits = 3)
  List<String> load(String url) {
    return links.apply(url);
  }

  public int visit(String url, int depth) {
    if (depth == 0 || !isNew(url)) {
      return 0;
    }
    int pages = 1;
    for (String link : load(url)) {
      pages += visit(link, depth - 1);
    }
    return pages;
  }

  @Synchronized(lock = "seen")
  boolean isNew(String url) {
    return seen.add(url);
  }

  @Synchronized(lock = "seen")
  public int forget(List<String> urls) {
    if (urls.isEmpty()) {
      return 0;
    }
    return (seen.remove(urls.get(0)) ? 1 : 0) + forget(urls.subList(1, urls.size()));
  }
}
