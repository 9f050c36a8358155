package io.lappet.internal.context;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values that are bound for a thread: a list that never changes, the innermost first. None at
 * all is null.
 */
public final class Bindings {
  private static final ThreadLocal<@Nullable Bindings> CURRENT = new ThreadLocal<>();

  /**
   * Whether anything was ever bound. No fence is needed: a thread finds values only if it has bound
   * them itself, or was handed them by one that had.
   */
  private static boolean used;

  private final Object key;
  private final Object value;
  private final @Nullable Bindings outer;

  private Bindings(Object key, Object value, @Nullable Bindings outer) {
    this.key = key;
    this.value = value;
    this.outer = outer;
  }

  /** Those of the calling thread. */
  static @Nullable Bindings current() {
    return used ? CURRENT.get() : null;
  }

  /** The value of {@code key} for the calling thread; null if it has none. */
  public static @Nullable Object find(Object key) {
    Bindings bindings = current();
    while (bindings != null && bindings.key != key) {
      bindings = bindings.outer;
    }
    return bindings == null ? null : bindings.value;
  }

  /** The names of the keys that are bound for the calling thread, the innermost first. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Bindings bindings = current(); bindings != null; bindings = bindings.outer) {
      names.add(bindings.key.toString());
    }
    return names;
  }

  /** Runs {@code body} with one more value. */
  public static <R extends @Nullable Object> R call(Object key, Object value, Callable<R> body)
      throws Exception {
    used = true;
    return call(new Bindings(key, value, current()), body);
  }

  /** Runs {@code body} with {@code bindings} in the place of those of the calling thread. */
  static <R extends @Nullable Object> R call(@Nullable Bindings bindings, Callable<R> body)
      throws Exception {
    Bindings before = current();
    if (before == bindings) {
      return body.call();
    }
    CURRENT.set(bindings);
    try {
      return body.call();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Runs {@code action} with none. */
  static void runEmpty(Runnable action) {
    Bindings before = current();
    CURRENT.set(null);
    try {
      action.run();
    } finally {
      CURRENT.set(before);
    }
  }
}
