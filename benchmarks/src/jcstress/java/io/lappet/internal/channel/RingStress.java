package io.lappet.internal.channel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.lappet.ChannelClosedException;
import io.lappet.annotation.Order;
import io.lappet.annotation.Overflow;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Races at the rings, millions of times: two threads do something at the same time, and when both are
 * through a third one looks whether each message that got in came out once, in the order of its
 * sender, and whether none is left unfinished.
 *
 * <p>A message is a number of two digits; the first is that of its sender.
 */
public final class RingStress {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String OK = "ok";

  private RingStress() {}

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

  private static ChannelCore<Integer> ring(int capacity, int threads, boolean byHand) {
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

  /** A channel, what got in, and what came out where. */
  abstract static class Books {
    final ChannelCore<Integer> channel;
    final List<Integer> in = new ArrayList<>();
    final List<Integer> inToo = new ArrayList<>();
    final List<Integer> out = new ArrayList<>();
    final List<Integer> outToo = new ArrayList<>();

    Books(ChannelCore<Integer> channel) {
      this.channel = channel;
    }

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

  /** A ring for any threads. */
  abstract static class Shared extends Books {
    Shared(int capacity) {
      super(ring(capacity, ChannelOptions.ANY, true));
    }

    final void send(List<Integer> accepted, Integer... messages) {
      try {
        Arrays.stream(messages).filter(channel::trySend).forEach(accepted::add);
      } catch (ChannelClosedException e) {
        // refused
      }
    }

    final void awaitRoom(Integer message) {
      try {
        if (channel.trySend(message, LONG)) {
          in.add(message);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    final void awaitMessage() {
      try {
        channel.tryReceive(LONG).ifPresent(out::add);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    final void receive(int most, List<Integer> received) {
      try {
        for (int i = 0; i < most; i++) {
          channel.tryReceive().ifPresent(received::add);
        }
      } catch (ChannelClosedException e) {
        // nothing comes any more
      }
    }
  }

  /** A ring for one worker at each end. */
  abstract static class Solo extends Books {
    private final Inlet<Integer> inlet = channel.inlet();
    private final Intake<Integer> intake = channel.forConsumer().intake(() -> false);

    Solo() {
      super(ring(4, 1, false));
    }

    final void send(Integer... messages) {
      try {
        for (Integer message : messages) {
          inlet.send(message);
          in.add(message);
        }
      } catch (ChannelClosedException e) {
        // refused
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    final void receive(int most) {
      List<Integer> received = new ArrayList<>();
      try {
        intake.fill(received, most, Long.MIN_VALUE);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      received.forEach(intake::done);
      out.addAll(received);
    }

    final void receiveToTheEnd() {
      try {
        for (Integer next = intake.take(); next != null; next = intake.take()) {
          intake.done(next);
          out.add(next);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  // ---- Any threads

  /** Two senders meet at the tail. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Senders extends Shared {
    public Senders() {
      super(2);
    }

    @Actor
    public void one() {
      send(in, 11, 12);
    }

    @Actor
    public void other() {
      send(inToo, 21, 22);
    }

    @Arbiter
    public void end(L_Result result) {
      receive(4, out);
      result.r1 = balance();
    }
  }

  /** Two receivers meet at the head. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Receivers extends Shared {
    public Receivers() {
      super(4);
      send(in, 11, 12, 13, 14);
    }

    @Actor
    public void one() {
      receive(2, out);
    }

    @Actor
    public void other() {
      receive(2, outToo);
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A place from which a message was just taken must not look full to another receiver. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ReceiversOfOnePlace extends Shared {
    public ReceiversOfOnePlace() {
      super(1);
      send(in, 11);
    }

    @Actor
    public void one() {
      receive(1, out);
    }

    @Actor
    public void other() {
      receive(1, outToo);
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A full ring goes round while it is emptied. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class RoundTheCorner extends Shared {
    public RoundTheCorner() {
      super(2);
      send(in, 11, 12);
    }

    @Actor
    public void sender() {
      send(in, 13, 14);
    }

    @Actor
    public void receiver() {
      receive(3, out);
    }

    @Arbiter
    public void end(L_Result result) {
      receive(4, out);
      result.r1 = balance();
    }
  }

  /** What got in before the end can be received after it. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SendAndClose extends Shared {
    public SendAndClose() {
      super(2);
    }

    @Actor
    public void sender() {
      send(in, 11, 12);
    }

    @Actor
    public void closer() {
      channel.close();
    }

    @Arbiter
    public void end(L_Result result) {
      receive(2, out);
      result.r1 = balance();
    }
  }

  /** A message is refused, or given back by who closes. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SendAndCloseNow extends Shared {
    public SendAndCloseNow() {
      super(2);
    }

    @Actor
    public void sender() {
      send(in, 11, 12);
    }

    @Actor
    public void closer() {
      out.addAll(channel.closeNow());
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A message is received, or given back by who closes. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ReceiveAndCloseNow extends Shared {
    public ReceiveAndCloseNow() {
      super(2);
      send(in, 11, 12);
    }

    @Actor
    public void receiver() {
      receive(2, out);
    }

    @Actor
    public void closer() {
      outToo.addAll(channel.closeNow());
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A receiver that goes to sleep is woken by the message. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WakingAReceiver extends Shared {
    public WakingAReceiver() {
      super(2);
    }

    @Actor
    public void sender() {
      send(in, 11);
    }

    @Actor
    public void receiver() {
      awaitMessage();
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A sender that goes to sleep is woken by the room. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class WakingASender extends Shared {
    public WakingASender() {
      super(1);
      send(in, 11);
    }

    @Actor
    public void sender() {
      awaitRoom(12);
    }

    @Actor
    public void receiver() {
      receive(1, out);
    }

    @Arbiter
    public void end(L_Result result) {
      receive(1, out);
      result.r1 = in.size() == 2 ? balance() : "nobody woke the sender";
    }
  }

  // ---- One worker at each end

  /** The two of them, with nothing between their steps. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Two extends Solo {
    @Actor
    public void sender() {
      send(11, 12, 13, 14);
    }

    @Actor
    public void receiver() {
      receive(2);
    }

    @Arbiter
    public void end(L_Result result) {
      receive(4);
      result.r1 = balance();
    }
  }

  /** A message gets in before the receiver has seen the end, or is refused. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SoloSendAfterTheEnd extends Solo {
    public SoloSendAfterTheEnd() {
      channel.close();
    }

    @Actor
    public void sender() {
      send(11, 12);
    }

    @Actor
    public void receiver() {
      receiveToTheEnd();
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A message is refused, or given back by who closes. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SoloSendAndCloseNow extends Solo {
    @Actor
    public void sender() {
      send(11, 12);
    }

    @Actor
    public void closer() {
      outToo.addAll(channel.closeNow());
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }

  /** A message is received, or given back by who closes. */
  @JCStressTest
  @Outcome(id = OK, expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SoloReceiveAndCloseNow extends Solo {
    public SoloReceiveAndCloseNow() {
      send(11, 12);
    }

    @Actor
    public void receiver() {
      receive(2);
    }

    @Actor
    public void closer() {
      outToo.addAll(channel.closeNow());
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = balance();
    }
  }
}
