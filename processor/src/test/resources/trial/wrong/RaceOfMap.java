package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;

abstract class Words {
  private final Map<String, Integer> counts = new HashMap<>(); //= private final Map<String, Integer> counts = new java.util.concurrent.ConcurrentHashMap<>();

  abstract Sender<String> words();

  @Consumer(from = "words", concurrency = 2)
  void count(String word) {
    counts.merge(word, 1, Integer::sum); //! LAP201
  }
}
