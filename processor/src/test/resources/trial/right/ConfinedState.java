package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;

@Woven(confined = true)
abstract class Session {
  private final Map<String, Integer> seen = new HashMap<>();
  private int count;

  abstract Sender<String> events();

  @Async
  abstract Task<Integer> countAsync();

  int count() {
    return count;
  }

  @Consumer(from = "events")
  void on(String event) {
    count++;
    seen.merge(event, 1, Integer::sum);
  }

  @PeriodicTimer(every = "1s")
  void forget() {
    seen.clear();
    count = 0;
  }
}
