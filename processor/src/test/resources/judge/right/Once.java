// each is set before the activations begin, or by one of them alone
package once;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

public abstract class Once {
  private final Map<String, Integer> weights = new HashMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<String> unknown = new CopyOnWriteArrayList<>();
  private final String[] order;
  private int lines;

  protected Once(Map<String, Integer> given) {
    given.forEach((word, weight) -> weights.put(word.toLowerCase(Locale.ROOT), weight));
    order = weights.keySet().toArray(new String[0]);
  }

  abstract Sender<String> words();

  abstract Sender<String> single();

  @Consumer(from = "words", concurrency = 4)
  void count(String word) {
    Integer weight = weights.get(word);
    if (weight == null) {
      unknown.add(word);
    } else {
      counts.computeIfAbsent(word, w -> new LongAdder()).add(weight);
    }
  }

  @Consumer(from = "single")
  void line(String line) {
    lines++;
    System.out.println(lines + " " + line);
  }

  @PeriodicTimer(every = "10s")
  void print() {
    for (String word : order) {
      System.out.println(word + " " + counts.getOrDefault(word, new LongAdder()).sum());
    }
    System.out.println(unknown.size());
  }
}
