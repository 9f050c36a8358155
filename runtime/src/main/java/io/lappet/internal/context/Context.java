package io.lappet.internal.context;

import io.lappet.spi.ContextCarrier;
import io.lappet.spi.ContextCarrier.Captured;
import io.lappet.spi.ContextCarrier.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a task takes along from the thread that makes it: the values of context keys, and what
 * carriers took. Nothing at all is null, so that it costs nothing.
 */
public final class Context {
  private final @Nullable Bindings bindings;
  private final List<Captured> carried;

  private Context(@Nullable Bindings bindings, List<Captured> carried) {
    this.bindings = bindings;
    this.carried = carried;
  }

  /** What a task takes along that the calling thread makes now. Fails if a carrier does. */
  public static @Nullable Context capture(List<ContextCarrier> carriers) {
    Bindings bindings = Bindings.current();
    List<Captured> carried = carriers.isEmpty() ? List.of() : captureAll(carriers);
    return bindings == null && carried.isEmpty() ? null : new Context(bindings, carried);
  }

  private static List<Captured> captureAll(List<ContextCarrier> carriers) {
    List<Captured> carried = new ArrayList<>(carriers.size());
    for (ContextCarrier carrier : carriers) {
      Captured captured = carrier.capture();
      if (captured != null) {
        carried.add(captured);
      }
    }
    return carried;
  }

  /** Whether nothing is bound for the calling thread. */
  public static boolean isEmpty() {
    return Bindings.current() == null;
  }

  /** Runs {@code action} with nothing bound for the calling thread. */
  public static void runEmpty(Runnable action) {
    Bindings.runEmpty(action);
  }

  /**
   * Runs {@code body} in {@code context}; afterwards the thread has what it had before. A carrier
   * that cannot give back does not keep the others from doing so.
   *
   * @param context that of the task. Null is none: then the body sees no value that its thread has
   *     bound for other work
   * @param onRestoreFailure is told why a carrier could not give back
   */
  public static <R extends @Nullable Object> R call(
      @Nullable Context context, Callable<R> body, Consumer<Throwable> onRestoreFailure)
      throws Exception {
    if (context == null) {
      return Bindings.call(null, body);
    }
    if (context.carried.isEmpty()) {
      return Bindings.call(context.bindings, body);
    }
    return Bindings.call(context.bindings, () -> context.callCarried(body, onRestoreFailure));
  }

  /** What the calling thread still has: keys that are bound, and carriers that are not clean. */
  public static List<String> leftovers(List<ContextCarrier> carriers) {
    List<String> leftovers = Bindings.names();
    for (ContextCarrier carrier : carriers) {
      if (!carrier.isClean()) {
        leftovers.add("carrier " + carrier);
      }
    }
    return leftovers;
  }

  private <R extends @Nullable Object> R callCarried(
      Callable<R> body, Consumer<Throwable> onRestoreFailure) throws Exception {
    List<Restore> applied = new ArrayList<>(carried.size());
    try {
      for (Captured captured : carried) {
        applied.add(Objects.requireNonNull(captured.apply(), "what Captured.apply() returned"));
      }
      return body.call();
    } finally {
      for (int i = applied.size() - 1; i >= 0; i--) {
        restore(applied.get(i), onRestoreFailure);
      }
    }
  }

  private static void restore(Restore applied, Consumer<Throwable> onFailure) {
    try {
      applied.restore();
    } catch (Throwable e) {
      onFailure.accept(e);
    }
  }
}
