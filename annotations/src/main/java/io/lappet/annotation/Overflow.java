package io.lappet.annotation;

/** What a full channel does with one more message. */
public enum Overflow {
  /** {@code send} waits for room; {@code trySend} says false. */
  BLOCK,

  /** The new message is dropped and counted; {@code trySend} says false. */
  DROP_NEW,

  /** The message that has waited longest is dropped and counted, and the new one enters. */
  DROP_OLD,

  /** {@code send} throws {@code ChannelFullException}; {@code trySend} says false. */
  FAIL
}
