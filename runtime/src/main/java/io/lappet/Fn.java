package io.lappet;

import org.jspecify.annotations.Nullable;

/**
 * A function that may fail.
 *
 * @param <T> the type of the argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Fn<T, R> {
  /** Applies it. */
  @Nullable
  R apply(T value) throws Exception;
}
