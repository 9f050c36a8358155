package io.lappet.processor.body.facts;

import java.util.Optional;

/**
 * A value is sent, or given to a method that may do so.
 *
 * @param spot where
 * @param argument which argument it is of the call that stands there, if it depends on the method which
 *     is called whether it is sent; -1 if it is sent in any case
 * @param result what that call has given, if the value was sent only then
 */
public record Sending(Spot spot, int argument, Optional<Boolean> result) {
  /** It is sent there. */
  public static Sending at(Spot spot) {
    return new Sending(spot, -1, Optional.empty());
  }

  /** It is an argument there. */
  public static Sending given(Spot call, int argument) {
    return new Sending(call, argument, Optional.empty());
  }

  /** The same, known to be followed by {@code result} of the call. */
  public Sending with(boolean result) {
    return new Sending(spot, argument, Optional.of(result));
  }

  /** Whether it is sent, whatever other methods do. */
  public boolean isCertain() {
    return argument < 0;
  }
}
