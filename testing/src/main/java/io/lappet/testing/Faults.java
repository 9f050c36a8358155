package io.lappet.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong in a {@link TestFabric}.
 *
 * <pre>{@code
 * fabric.faults()
 *     .failAt("Orders.bill", 3)                          // the third call throws
 *     .delayAt("Heart.beat", 2, Duration.ofSeconds(5))   // the second tick comes late
 *     .overtakeAt("Pool.tables", 1);                     // somebody else is faster
 * }</pre>
 *
 * <p><b>Names</b> are those of the workers ({@code Worker.name()}), of the tasks without their
 * numbers, and of the permits. <b>Numbers</b> count the calls of that name from 1 on, since the
 * fabric was made; each repetition after a failure is one more call.
 *
 * <p>A fault that has not happened when the fabric is closed fails the test, since it has not tested
 * what it says: the name may be wrong, or the call was never made.
 *
 * <p>Production code is the same with and without faults. This class is thread-safe.
 */
public final class Faults {
  private final TestFabric fabric;
  private final Map<String, Integer> calls = new TreeMap<>(); // guarded by this
  private final Map<Place, Fault> planned = new HashMap<>(); // guarded by this

  Faults(TestFabric fabric) {
    this.fabric = fabric;
  }

  /** The {@code number}th call of {@code name}. */
  private record Place(String name, int number) {
    Place {
      Objects.requireNonNull(name, "name");
      if (number < 1) {
        throw new IllegalArgumentException("Calls are counted from 1 on, so there is no " + number);
      }
    }

    @Override
    public String toString() {
      return "call " + number + " of " + name;
    }
  }

  /**
   * What happens to a call.
   *
   * @param failure what it throws; null if it does not
   * @param delay by how much it begins too late
   */
  private record Fault(@Nullable Exception failure, Duration delay) {}

  /** Lets that call throw an {@link InjectedFailure} in place of being made. */
  public Faults failAt(String name, int call) {
    Place place = new Place(name, call);
    return plan(place, new Fault(new InjectedFailure("Injected: " + place), Duration.ZERO));
  }

  /** Lets that call throw {@code failure} in place of being made. */
  public Faults failAt(String name, int call, Exception failure) {
    Objects.requireNonNull(failure, "failure");
    return plan(new Place(name, call), new Fault(failure, Duration.ZERO));
  }

  /**
   * Lets that call begin too late by {@code delay}: the run of a timer, a message, a task. Its thread,
   * or the loop of its confined object, is held up just before the call; all others, and the timers of
   * other methods, stay on time. The run of a timer is late by all rules: its {@code Tick} says so, so
   * does {@code FabricListener.onLate}, and ticks that pass meanwhile are missed. To make all timers
   * late at once see {@link TestFabric#standStill}.
   */
  public Faults delayAt(String name, int call, Duration delay) {
    if (delay.isNegative() || delay.isZero()) {
      throw new IllegalArgumentException("A delay is positive, not " + delay);
    }
    return plan(new Place(name, call), new Fault(null, delay));
  }

  /**
   * Lets somebody else be faster at that attempt to get permits of {@code permits}: another thread
   * that can go on does so first, and permits that were free seem not to be. An attempt without a
   * wait has failed then; one that may wait goes to the end of the line.
   */
  public Faults overtakeAt(String permits, int attempt) {
    return plan(new Place(permits, attempt), new Fault(null, Duration.ZERO));
  }

  private synchronized Faults plan(Place place, Fault fault) {
    if (calls.getOrDefault(place.name, 0) >= place.number) {
      throw new IllegalStateException("Too late: " + place + " has been made");
    }
    if (planned.putIfAbsent(place, fault) != null) {
      throw new IllegalStateException("There is a fault already for " + place);
    }
    return this;
  }

  private synchronized @Nullable Fault next(String name) {
    int number = calls.merge(name, 1, Integer::sum);
    return planned.remove(new Place(name, number));
  }

  /** See {@link io.lappet.internal.seam.Probe#beforeCall}. */
  void beforeCall(String name) throws Exception {
    Fault fault = next(name);
    if (fault == null) {
      return;
    }
    if (fault.failure != null) {
      throw fault.failure;
    }
    fabric.sleep(fault.delay);
  }

  /** Whether the attempt that is about to be made is to be overtaken. */
  boolean isOvertaken(String permits) {
    return next(permits) != null;
  }

  /** Throws if something has not happened; says so once. */
  void requireHappened() {
    List<String> left = new ArrayList<>();
    String seen;
    synchronized (this) {
      planned.keySet().stream().map(Place::toString).sorted().forEach(left::add);
      planned.clear();
      seen = calls.entrySet().stream()
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .collect(Collectors.joining(", "));
    }
    if (!left.isEmpty()) {
      throw new AssertionError("Faults that did not happen: " + String.join(", ", left)
          + ". There were these calls: " + (seen.isEmpty() ? "none" : seen));
    }
  }
}
