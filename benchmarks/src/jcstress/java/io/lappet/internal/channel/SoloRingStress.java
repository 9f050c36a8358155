package io.lappet.internal.channel;

import io.lappet.ChannelClosedException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Races as those of {@link RingStress}, at a ring for one worker at each end. */
public final class SoloRingStress {
  private SoloRingStress() {}

  /** What the two workers do. */
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

  /** The two of them, with nothing between their steps. */
  @JCStressTest
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
  @State
  public static class SendAfterTheEnd extends Solo {
    public SendAfterTheEnd() {
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
  @State
  public static class SendAndCloseNow extends Solo {
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
  @State
  public static class ReceiveAndCloseNow extends Solo {
    public ReceiveAndCloseNow() {
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
