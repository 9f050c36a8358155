package io.lappet;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * State of a piece of work: a request, a tenant, a user. It is bound for a block, and follows the
 * work into twins, groups, lanes, submits and delayed tasks that the block begins; not through
 * channels, whose messages say what they need. State of a thread is a {@code ThreadLocal}.
 *
 * <p>A task sees the values that were bound when it was made. Nothing leaks: after the body a thread
 * that is used again has what it had before.
 *
 * @param <T> the type of the values; not null
 */
public final class ContextKey<T> {
  private final String name;
  private final @Nullable Supplier<? extends T> initial;

  private ContextKey(String name, @Nullable Supplier<? extends T> initial) {
    this.name = name;
    this.initial = initial;
  }

  /** Makes a key without an initial value. Two keys of one name are two keys. */
  public static <T> ContextKey<T> named(String name) {
    return new ContextKey<>(name, null);
  }

  /** Makes a key; {@code initial} is asked each time an unbound key is read. */
  public static <T> ContextKey<T> named(String name, Supplier<? extends T> initial) {
    return new ContextKey<>(name, initial);
  }

  /**
   * The value that is bound here, else the initial value.
   *
   * @throws NoSuchElementException if there is neither; it names the key
   */
  public T get() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Whether a value is bound here. */
  public boolean isBound() {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Runs {@code body} with {@code value} bound; afterwards the value before is back.
   *
   * @throws Exception what {@code body} threw
   */
  public <R> R call(T value, Callable<R> body) throws Exception {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public String toString() {
    return "context key " + name + (initial == null ? "" : " with an initial value");
  }
}
