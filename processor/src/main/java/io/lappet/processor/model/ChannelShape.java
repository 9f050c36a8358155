package io.lappet.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Optional;

/**
 * How much a channel holds, what it does with more, in which order it gives messages out, and to
 * whom.
 *
 * @param overflow a constant of {@code Overflow}
 * @param order a constant of {@code Order}
 * @param comparator what a priority goes by, if not by the messages themselves
 * @param topic whether each consumer method gets every message
 */
public record ChannelShape(
    int capacity, String overflow, String order, Optional<ClassName> comparator, boolean topic) {
  /** The shape of a channel that does not say otherwise. */
  public static final ChannelShape DEFAULT =
      new ChannelShape(256, "BLOCK", "FIFO", Optional.empty(), false);

  /** Whether it never refuses a message. */
  public boolean isUnbounded() {
    return capacity == Integer.MAX_VALUE;
  }

  /** Whether a sender may have to wait. */
  public boolean blocks() {
    return !isUnbounded() && overflow.equals(DEFAULT.overflow);
  }

  /** Whether it gives messages out as they come in. */
  public boolean isFifo() {
    return order.equals(DEFAULT.order);
  }
}
