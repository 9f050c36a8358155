package io.lappet;

import io.lappet.internal.context.Bindings;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * State of a piece of work: a request, a tenant, a user. It is bound for a block, and follows the
 * work into twins, groups, lanes, submits and delayed tasks that the block begins; not through
 * channels, whose messages say what they need. State of a thread is a {@code ThreadLocal}.
 *
 * <p>A task sees the values that were bound when it was made. Nothing leaks: after the body a thread
 * that is used again has what it had before. Producers, consumers, daemons and the runs of periodic
 * timers are begun by the fabric, and see no values of whoever started it.
 *
 * @param <T> the type of the values; not null
 */
public final class ContextKey<T> {
  private final String name;
  private final @Nullable Supplier<? extends T> initial;

  private ContextKey(String name, @Nullable Supplier<? extends T> initial) {
    this.name = Objects.requireNonNull(name, "name");
    this.initial = initial;
  }

  /** Makes a key without an initial value. Two keys of one name are two keys. */
  public static <T> ContextKey<T> named(String name) {
    return new ContextKey<>(name, null);
  }

  /** Makes a key; {@code initial} is asked each time an unbound key is read. */
  public static <T> ContextKey<T> named(String name, Supplier<? extends T> initial) {
    return new ContextKey<>(name, Objects.requireNonNull(initial, "initial"));
  }

  /**
   * The value that is bound here, else the initial value.
   *
   * @throws NoSuchElementException if there is neither; it names the key
   * @throws NullPointerException if the initial value is null; it names the key
   */
  public T get() {
    Object value = Bindings.find(this);
    if (value != null) {
      @SuppressWarnings("unchecked") // bound by call
      T bound = (T) value;
      return bound;
    }
    if (initial == null) {
      throw new NoSuchElementException(
          "Nothing is bound to " + this + " here, and it has no initial value");
    }
    return Objects.requireNonNull(initial.get(), () -> "The initial value of " + this + " is null");
  }

  /** Whether a value is bound here. */
  public boolean isBound() {
    return Bindings.find(this) != null;
  }

  /**
   * Runs {@code body} with {@code value} bound; afterwards the value before is back.
   *
   * @return what {@code body} returned, which may be null
   * @throws NullPointerException if {@code value} is null; it names the key
   * @throws Exception what {@code body} threw
   */
  public <R> R call(T value, Callable<R> body) throws Exception {
    Objects.requireNonNull(value, () -> "Null cannot be bound to " + this);
    Objects.requireNonNull(body, "body");
    return Bindings.call(this, value, body);
  }

  @Override
  public String toString() {
    return "context key " + name;
  }
}
