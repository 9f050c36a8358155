package io.lappet.internal.channel;

import io.lappet.ChannelClosedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Races at a ring for any threads, millions of times: two threads do something at the same time,
 * and when both are through a third one looks whether each message that got in came out once, in
 * the order of its sender, and whether none is left unfinished.
 */
public final class RingStress {
  private static final Duration LONG = Duration.ofSeconds(30);

  private RingStress() {}

  /** What the two threads do. */
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

  /** Two senders meet at the tail. */
  @JCStressTest
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
}
