// LAP201
package web;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per path; the timer prints the map while the consumer changes it. */
public abstract class RequestMeter {
  record Request(String path, Duration took) {}

  private final Map<String, Long> perPath = new HashMap<>(); // here

  abstract Sender<Request> requests();

  @Consumer(from = "requests")
  void count(Request request) {
    String path = normalised(request.path());
    perPath.merge(path, 1L, Long::sum); // here
  }

  private static String normalised(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  @PeriodicTimer(every = "30s")
  void print() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Long> entry : perPath.entrySet()) { // here
      text.append(entry.getKey()).append('=').append(entry.getValue()).append(' ');
    }
    System.out.println(text);
  }
}
