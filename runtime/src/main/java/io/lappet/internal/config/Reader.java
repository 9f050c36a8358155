package io.lappet.internal.config;

import io.lappet.internal.text.TextException;

/**
 * Makes a value of a text.
 *
 * @param <T> what the value is
 */
@FunctionalInterface
public interface Reader<T> {
  /**
   * Makes it.
   *
   * @throws TextException if the text means none
   */
  T read(String text) throws TextException;
}
