package io.lappet.internal.fabric;

import io.lappet.FabricListener;
import io.lappet.spi.ConfigSource;
import io.lappet.spi.ContextCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
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
 * @param lanes by name
 * @param lockOrder what is done about the order of locks
 * @param deadlocks whether threads that wait for each other's locks are looked for
 * @param config values for elements of annotations, or null
 */
public record Settings(
    String name,
    Duration grace,
    List<FabricListener> listeners,
    @Nullable ThreadFactory threads,
    List<ContextCarrier> carriers,
    Map<String, LaneSpec> lanes,
    LockOrderWatch lockOrder,
    boolean deadlocks,
    @Nullable ConfigSource config) {
  /** What holds if nothing is set. */
  public static final Settings DEFAULT = new Settings(
      "fabric",
      Duration.ofSeconds(30),
      List.of(),
      null,
      List.of(),
      Map.of(),
      LockOrderWatch.OFF,
      true,
      null);

  /** What is done about the order in which locks are taken. */
  public enum LockOrderWatch {
    /** Nothing. */
    OFF,
    /** It is learnt, and steps against it are told. */
    TELL,
    /** The same, and they fail. */
    REFUSE
  }

  /** With another name. */
  public Settings withName(String name) {
    return new Settings(
        Objects.requireNonNull(name, "name"),
        grace,
        listeners,
        threads,
        carriers,
        lanes,
        lockOrder,
        deadlocks,
        config);
  }

  /** With another grace. */
  public Settings withGrace(Duration grace) {
    return new Settings(
        name,
        Objects.requireNonNull(grace, "grace"),
        listeners,
        threads,
        carriers,
        lanes,
        lockOrder,
        deadlocks,
        config);
  }

  /** With one more listener. */
  public Settings withListener(FabricListener listener) {
    List<FabricListener> all = new ArrayList<>(listeners);
    all.add(Objects.requireNonNull(listener, "listener"));
    return new Settings(
        name, grace, List.copyOf(all), threads, carriers, lanes, lockOrder, deadlocks, config);
  }

  /** With another maker of threads. */
  public Settings withThreads(ThreadFactory threads) {
    return new Settings(
        name,
        grace,
        listeners,
        Objects.requireNonNull(threads, "factory"),
        carriers,
        lanes,
        lockOrder,
        deadlocks,
        config);
  }

  /** With one more carrier. */
  public Settings withCarrier(ContextCarrier carrier) {
    List<ContextCarrier> all = new ArrayList<>(carriers);
    all.add(Objects.requireNonNull(carrier, "carrier"));
    return new Settings(
        name, grace, listeners, threads, List.copyOf(all), lanes, lockOrder, deadlocks, config);
  }

  /** With a lane of so many threads, perhaps with a bound; it replaces one of the same name. */
  public Settings withLane(String name, int threads, @Nullable LaneQueue queue) {
    if (threads < 1) {
      throw new IllegalArgumentException("A lane cannot have " + threads + " threads: " + name);
    }
    return withLane(name, LaneSpec.of(threads, queue));
  }

  /** With a lane that {@code executor} serves; it replaces one of the same name. */
  public Settings withLane(String name, Executor executor) {
    return withLane(name, new LaneSpec(0, null, Objects.requireNonNull(executor, "executor")));
  }

  /** With something else done about the order of locks. */
  public Settings withLockOrder(LockOrderWatch lockOrder) {
    return new Settings(
        name, grace, listeners, threads, carriers, lanes, lockOrder, deadlocks, config);
  }

  /** With or without a look for deadlocks. */
  public Settings withDeadlocks(boolean deadlocks) {
    return new Settings(
        name, grace, listeners, threads, carriers, lanes, lockOrder, deadlocks, config);
  }

  /** With other values for elements of annotations. */
  public Settings withConfig(ConfigSource config) {
    return new Settings(
        name,
        grace,
        listeners,
        threads,
        carriers,
        lanes,
        lockOrder,
        deadlocks,
        Objects.requireNonNull(config, "config"));
  }

  private Settings withLane(String name, LaneSpec lane) {
    Map<String, LaneSpec> all = new LinkedHashMap<>(lanes);
    all.put(Objects.requireNonNull(name, "name"), lane);
    return new Settings(
        this.name,
        grace,
        listeners,
        threads,
        carriers,
        Collections.unmodifiableMap(all),
        lockOrder,
        deadlocks,
        config);
  }

  /**
   * A lane.
   *
   * @param threads how many threads it has at most
   * @param queue its bound, or null
   * @param executor serves it instead, or null
   */
  public record LaneSpec(
      int threads, @Nullable LaneQueue queue, @Nullable Executor executor) {
    static LaneSpec of(int threads, @Nullable LaneQueue queue) {
      return new LaneSpec(threads, queue, null);
    }
  }
}
