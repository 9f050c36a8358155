package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.Worker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Inlet;
import java.util.List;

/**
 * Calls a producer method again and again and sends what it returns.
 *
 * @param <T> the type of the messages
 */
public final class PullProducer<T> extends ThreadWorker {
  private final Fn<? super Worker, ? extends T> body;
  private final ChannelCore<T> to;
  private final Inlet<T> inlet;

  /** Makes one that sends what {@code body} returns to {@code to}. */
  public PullProducer(
      Component component,
      WorkerSpec spec,
      Fn<? super Worker, ? extends T> body,
      ChannelCore<T> to) {
    super(component, spec, Then.RESTART);
    this.body = body;
    this.to = to;
    this.inlet = to.inlet();
  }

  @Override
  Kind kind() {
    return Kind.PRODUCER;
  }

  @Override
  List<ChannelCore<?>> outputs() {
    return List.of(to);
  }

  @Override
  void work(Hand hand) {
    while (awaitTurn()) {
      Object outcome = call(hand, body, this);
      if (outcome == null) {
        return;
      }
      Verdict verdict = Verdict.of(outcome);
      if (verdict == Verdict.RETURNED) {
        @SuppressWarnings("unchecked") // it is what body returned
        T message = (T) outcome;
        verdict = deliver(hand, to, inlet, message, this);
      }
      if (verdict == Verdict.ENDED || verdict == Verdict.GIVEN_UP) {
        return;
      }
    }
  }
}
