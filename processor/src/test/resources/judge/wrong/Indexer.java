// LAP108
package search;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** May take two minutes, and is to begin each minute. */
public abstract class Indexer {
  private final List<String> waiting = new ArrayList<>();
  private final TreeSet<String> words = new TreeSet<>();

  @Synchronized
  public void add(String text) {
    waiting.add(text);
  }

  @Synchronized
  public boolean contains(String word) {
    return words.contains(word);
  }

  @PeriodicTimer(every = "1m", timeout = "PT2M") // here
  @Synchronized
  void index() { // here
    for (String text : waiting) {
      words.addAll(List.of(text.split("\\s+")));
    }
    waiting.clear();
  }
}
