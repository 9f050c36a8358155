package io.lappet.processor.body.read;

import io.lappet.processor.body.facts.Sending;
import io.lappet.processor.body.facts.Spot;
import java.util.Optional;

/**
 * What was sent of a variable.
 *
 * @param inside whether its value is only part of the message: the receiver may read it at any time, and
 *     so may others
 */
record Sent(Sending sending, boolean inside) {
  /** The same if {@code call} has given {@code result}; empty if that says that it was not sent. */
  Optional<Sent> after(Spot call, boolean result) {
    if (!sending.spot().equals(call)) {
      return Optional.of(this);
    }
    if (!sending.isCertain()) {
      return Optional.of(new Sent(sending.with(result), inside));
    }
    return result ? Optional.of(this) : Optional.empty();
  }
}
