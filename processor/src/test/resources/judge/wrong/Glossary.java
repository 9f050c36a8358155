// LAP225
package words;

import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.TreeMap;

/** The upgrade stands in a lambda of a stream. */
public abstract class Glossary {
  private final TreeMap<String, String> entries = new TreeMap<>();

  @Synchronized(lock = "entries")
  public void define(String word, String meaning) {
    entries.put(word, meaning);
  }

  @Synchronized(lock = "entries", read = true) // here
  public long annotate(List<String> words) { // here
    return words.stream()
        .filter(word -> !entries.containsKey(word))
        .peek(word -> define(word, "?")) // here
        .count();
  }
}
