package io.lappet.processor.model;

/**
 * How much a channel holds, and what it does with more.
 *
 * @param overflow a constant of {@code Overflow}
 */
public record ChannelShape(int capacity, String overflow) {
  /** The shape of a channel that does not say otherwise. */
  public static final ChannelShape DEFAULT = new ChannelShape(256, "BLOCK");

  /** Whether it never refuses a message. */
  public boolean isUnbounded() {
    return capacity == Integer.MAX_VALUE;
  }

  /** Whether a sender may have to wait. */
  public boolean blocks() {
    return !isUnbounded() && overflow.equals(DEFAULT.overflow);
  }
}
