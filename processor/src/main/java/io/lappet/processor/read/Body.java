package io.lappet.processor.read;

import java.util.Optional;
import java.util.Set;

/**
 * What stands in a method.
 *
 * @param reads what it reads, if it does nothing but return what it computes of that
 */
record Body(Optional<Reading> reads) {
  /**
   * The names in a returned expression that calls nothing, changes nothing and, if they are those of
   * primitive values, cannot fail.
   *
   * @param names those that may be parameters or fields
   * @param fields those written after {@code this}
   * @param single whether the expression is just one of them
   */
  record Reading(Set<String> names, Set<String> fields, boolean single) {}
}
