package io.lappet.internal.channel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.lappet.annotation.Order;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * A channel with a ring, what got in, and what came out where.
 *
 * <p>A message is a number of two digits; the first is that of its sender. In every race, which is a
 * subclass, one outcome alone is right: the books balance.
 */
@Outcome(id = Books.OK, expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN)
abstract class Books {
  static final String OK = "ok";

  private static final ChannelHost HOST = new ChannelHost() {
    @Override
    public Seam seam() {
      return SystemSeam.INSTANCE;
    }

    @Override
    public boolean isInside() {
      return false;
    }

    @Override
    public boolean isHandledByCaller(ChannelCore<?> channel) {
      return false;
    }

    @Override
    public void onDone(ChannelCore<?> channel, boolean idle) {}
  };

  final ChannelCore<Integer> channel;
  final List<Integer> in = new ArrayList<>();
  final List<Integer> inToo = new ArrayList<>();
  final List<Integer> out = new ArrayList<>();
  final List<Integer> outToo = new ArrayList<>();

  Books(ChannelCore<Integer> channel) {
    this.channel = channel;
  }

  /** A channel with a ring for so many threads at each end. */
  static ChannelCore<Integer> ring(int capacity, int threads, boolean byHand) {
    return ChannelCore.make(
        new ChannelOptions<>(
            "ring",
            capacity,
            Overflow.BLOCK,
            Order.FIFO,
            null,
            null,
            false,
            threads,
            threads,
            byHand,
            byHand),
        HOST);
  }

  /** {@link #OK}, or what came out wrong. */
  final String balance() {
    List<Integer> sent = sorted(in, inToo);
    boolean inOrder = isInOrder(out) && isInOrder(outToo);
    boolean balanced = sent.equals(sorted(out, outToo)) && channel.unfinished() == 0;
    return inOrder && balanced
        ? OK
        : "in " + in + inToo + ", out " + out + outToo + ", " + channel.unfinished() + " left";
  }

  private static List<Integer> sorted(List<Integer> some, List<Integer> others) {
    return Stream.concat(some.stream(), others.stream()).sorted().toList();
  }

  private static boolean isInOrder(List<Integer> messages) {
    int[] last = new int[10];
    return messages.stream().allMatch(message -> {
      int sender = message / 10;
      boolean later = message > last[sender];
      last[sender] = message;
      return later;
    });
  }
}
