// read lock for readers; who writes may read
package prices;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public abstract class Prices {
  private final Map<String, Long> cents = new HashMap<>();
  private long changed;

  @Synchronized(lock = "prices", read = true)
  public Optional<Long> of(String article) {
    return Optional.ofNullable(cents.get(article));
  }

  @Synchronized(lock = "prices", read = true)
  public long total(Iterable<String> articles) {
    long sum = 0;
    for (String article : articles) {
      sum += of(article).orElse(0L);
    }
    return sum;
  }

  @Synchronized(lock = "prices")
  public void raise(String article, int percent) {
    of(article).ifPresent(old -> set(article, old * (100 + percent) / 100));
  }

  @Synchronized(lock = "prices")
  void set(String article, long price) {
    cents.put(article, price);
    changed++;
  }

  @PeriodicTimer(every = "1h")
  @Synchronized(lock = "prices")
  void tidy() {
    cents.values().removeIf(price -> price <= 0);
    if (changed > 1000) {
      changed = 0;
    }
  }

  public long orLoad(String article) {
    return of(article)
        .orElseGet(
            () -> {
              set(article, 100);
              return 100L;
            });
  }
}
