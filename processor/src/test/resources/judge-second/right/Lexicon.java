package words;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads under the read lock, leaves it, and only then writes; a writer may read. */
public abstract class Lexicon {
  private final UnaryOperator<String> translator;
  private final Map<String, String> words = new HashMap<>();

  protected Lexicon(UnaryOperator<String> translator) {
    this.translator = translator;
  }

  public String translate(String word) {
    String known = find(word);
    return known != null ? known : learn(word);
  }

  @Synchronized(lock = "words", read = true)
  String find(String word) {
    return words.get(word);
  }

  @Synchronized(lock = "words")
  String learn(String word) {
    String known = find(word);
    if (known != null) {
      return known;
    }
    String translated = translator.apply(word);
    words.put(word, translated);
    return translated;
  }
}
