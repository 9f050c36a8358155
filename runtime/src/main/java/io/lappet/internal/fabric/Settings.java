package io.lappet.internal.fabric;

import io.lappet.FabricListener;
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
 */
public record Settings(
    String name,
    Duration grace,
    List<FabricListener> listeners,
    @Nullable ThreadFactory threads) {
  /** What holds if nothing is set. */
  public static final Settings DEFAULT =
      new Settings("fabric", Duration.ofSeconds(30), List.of(), null);

  /** With another name. */
  public Settings withName(String name) {
    return new Settings(Objects.requireNonNull(name, "name"), grace, listeners, threads);
  }

  /** With another grace. */
  public Settings withGrace(Duration grace) {
    return new Settings(name, Objects.requireNonNull(grace, "grace"), listeners, threads);
  }

  /** With one more listener. */
  public Settings withListener(FabricListener listener) {
    List<FabricListener> all = new ArrayList<>(listeners);
    all.add(Objects.requireNonNull(listener, "listener"));
    return new Settings(name, grace, List.copyOf(all), threads);
  }

  /** With another maker of threads. */
  public Settings withThreads(ThreadFactory threads) {
    return new Settings(name, grace, listeners, Objects.requireNonNull(threads, "factory"));
  }
}
