// LAP225
package words;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks up under the read lock, and what is missing is added on the way. */
public abstract class Dictionary {
  private final UnaryOperator<String> translator;
  private final Map<String, String> words = new HashMap<>();

  protected Dictionary(UnaryOperator<String> translator) {
    this.translator = translator;
  }

  @Synchronized(lock = "words", read = true)
  public String translate(String word) { // here
    return Optional.ofNullable(words.get(word)).orElseGet(() -> learn(word)); // here
  }

  @Synchronized(lock = "words")
  public String learn(String word) {
    String translated = translator.apply(word);
    words.put(word, translated);
    return translated;
  }
}
