package io.lappet.internal.fabric;

import io.lappet.FabricListener;
import io.lappet.spi.ContextCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of a fabric sets.
 *
 * @param name the name of the fabric
 * @param grace how long {@code close()} waits
 * @param listeners who is told, in this order
 * @param threads makes the threads of workers and tasks, or null
 * @param carriers take foreign state along, in this order
 */
public record Settings(
    String name,
    Duration grace,
    List<FabricListener> listeners,
    @Nullable ThreadFactory threads,
    List<ContextCarrier> carriers) {
  /** What holds if nothing is set. */
  public static final Settings DEFAULT =
      new Settings("fabric", Duration.ofSeconds(30), List.of(), null, List.of());

  /** With another name. */
  public Settings withName(String name) {
    return new Settings(Objects.requireNonNull(name, "name"), grace, listeners, threads, carriers);
  }

  /** With another grace. */
  public Settings withGrace(Duration grace) {
    return new Settings(name, Objects.requireNonNull(grace, "grace"), listeners, threads, carriers);
  }

  /** With one more listener. */
  public Settings withListener(FabricListener listener) {
    List<FabricListener> all = new ArrayList<>(listeners);
    all.add(Objects.requireNonNull(listener, "listener"));
    return new Settings(name, grace, List.copyOf(all), threads, carriers);
  }

  /** With another maker of threads. */
  public Settings withThreads(ThreadFactory threads) {
    return new Settings(
        name, grace, listeners, Objects.requireNonNull(threads, "factory"), carriers);
  }

  /** With one more carrier. */
  public Settings withCarrier(ContextCarrier carrier) {
    List<ContextCarrier> all = new ArrayList<>(carriers);
    all.add(Objects.requireNonNull(carrier, "carrier"));
    return new Settings(name, grace, listeners, threads, List.copyOf(all));
  }
}
