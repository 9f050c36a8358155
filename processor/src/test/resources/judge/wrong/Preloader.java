// LAP208
package preload;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls its twin in a field initialiser, by a method reference that runs at once. */
public abstract class Preloader {
  private static final List<String> NAMES = List.of("de", "en", "fr");

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final List<Task<Void>> loading = NAMES.stream().map(this::loadAsync).toList(); // here

  void load(String language) {
    texts.put(language, "hello in " + language);
  }

  @Async
  abstract Task<Void> loadAsync(String language);

  public String text(String language) {
    loading.forEach(Task::join);
    return texts.get(language);
  }
}
