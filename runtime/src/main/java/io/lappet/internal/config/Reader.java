package io.lappet.internal.config;

import io.lappet.internal.text.TextException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a text.
 *
 * @param <T> what the value is
 */
@FunctionalInterface
public interface Reader<T extends @Nullable Object> {
  /**
   * Makes it.
   *
   * @throws TextException if the text means none
   */
  T read(String text) throws TextException;
}
