package geo;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A concurrent map that every task fills. */
public abstract class GeoCache {
  public record Place(double lat, double lon) {}

  private final Function<String, Place> service;
  private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();
  private final Map<String, Integer> misses = new ConcurrentHashMap<>();

  protected GeoCache(Function<String, Place> service) {
    this.service = service;
  }

  Place place(String address) {
    return places.computeIfAbsent(address, this::ask);
  }

  private Place ask(String address) {
    misses.merge(address, 1, Integer::sum);
    return service.apply(address);
  }

  @Async
  public abstract Task<Place> placeAsync(String address);
}
