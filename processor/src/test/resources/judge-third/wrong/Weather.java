// LAP207
package weather;

import io.lappet.annotation.Synchronized;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** All forecasts are waited for in a stream, with the lock held. */
public abstract class Weather {
  private final Function<String, Integer> service;
  private int warmest;

  protected Weather(Function<String, Integer> service) {
    this.service = service;
  }

  @Synchronized(lock = "warmest")
  public void look(List<String> towns) { // here
    List<CompletableFuture<Integer>> asked = towns.stream()
        .map(town -> CompletableFuture.supplyAsync(() -> service.apply(town)))
        .toList();
    warmest = asked.stream().map(CompletableFuture::join).reduce(warmest, Math::max); // here
  }

  @Synchronized(lock = "warmest")
  public int warmest() {
    return warmest;
  }
}
