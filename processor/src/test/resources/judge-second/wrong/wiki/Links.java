package wiki;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Knows which page names which. */
@Woven(uses = Locks.class)
public abstract class Links {
  private final Map<String, Set<String>> to = new HashMap<>();
  private final Search search;

  protected Links(Search search) {
    this.search = search;
  }

  @Synchronized(lock = "links")
  public void update(String page, String body) {
    Set<String> found = new HashSet<>();
    for (String word : body.split(" ")) {
      if (word.startsWith("[[")) {
        found.add(word);
      }
    }
    to.put(page, found);
    Rank.of(search, page, found.size()); // here
  }
}
