package io.lappet.internal.channel;

import org.jspecify.annotations.Nullable;

/**
 * A ring for any number of senders and receivers.
 *
 * @param <T> the type of the messages
 */
final class SharedRing<T> extends RingChannel<T> {
  /*
   * A sender claims a position by moving the tail, then puts its message there; a receiver claims one
   * by moving the head, then frees the place. So the place of a claimed position may be empty, or of
   * a freed one full, for as long as its claimer has not gone on; whoever meets that steps aside. The
   * sign of the tail is set when the channel is closed, which makes every later claim fail.
   *
   * Moving an end is a full fence, and a bell is looked at after it, so bells are seen at once.
   */
  private static final long SHUT = Long.MIN_VALUE;

  SharedRing(ChannelOptions<T> options, ChannelHost host) {
    super(options, host, true);
  }

  @Override
  boolean offer(T message) {
    while (true) {
      long position = tail.get();
      if (position < 0) {
        return false;
      }
      if (position >= tail.seen()) {
        long limit = limit(position);
        if (limit <= position) {
          if (tail.get() == position) {
            return false;
          }
          continue;
        }
        tail.see(limit);
      }
      if (!slots.isFree(position)) { // of the round before, unless the tail has moved
        if (tail.get() == position) {
          seam.stepAside();
        }
      } else if (tail.advance(position, position + 1)) {
        noteSent(position);
        slots.put(position, message);
        return true;
      }
    }
  }

  @Override
  @Nullable
  T poll() {
    while (true) {
      long position = head.get();
      if (position >= head.seen()) {
        long limit = sent();
        if (limit <= position) {
          if (head.get() == position) {
            return null;
          }
          continue;
        }
        head.see(limit);
      }
      T message = slots.get(position);
      if (message == null) { // on its way in, unless the head has moved
        if (head.get() == position) {
          seam.stepAside();
        }
      } else if (head.advance(position, position + 1)) {
        slots.free(position);
        noteTaken(position);
        return message;
      }
    }
  }

  @Override
  boolean hasMessage() {
    return head.get() < sent();
  }

  @Override
  public long sent() {
    return tail.get() & ~SHUT;
  }

  @Override
  void shut() {
    long position = tail.get();
    while (position >= 0 && !tail.advance(position, position | SHUT)) {
      position = tail.get();
    }
  }

  @Override
  boolean isExhausted() {
    return !hasMessage();
  }
}
