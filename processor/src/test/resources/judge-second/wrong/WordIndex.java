// LAP201
package search;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A method reference adds to a plain list on four threads. */
public abstract class WordIndex {
  private final List<String> words = new ArrayList<>(); // here

  public abstract Sender<String> lines();

  @Consumer(from = "lines", concurrency = 4)
  void index(String line) { // here
    if (line.isBlank()) {
      return;
    }
    Stream.of(line.split("\\W+")) // here
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3)
        .forEach(words::add); // here
  }

  @Override
  public String toString() {
    return "WordIndex";
  }
}
