package io.lappet.internal.fabric;

import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Intake;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a consumer method for each message of a channel.
 *
 * @param <T> the type of the messages
 * @param <R> the type of the results
 */
public final class ConsumerWorker<T, R> extends ThreadWorker {
  private final ChannelCore<T> from;
  private final Fn<? super T, ? extends R> body;
  private final @Nullable ChannelCore<R> to;
  private final @Nullable ChannelCore<? super DeadLetter<T>> deadLetters;
  private final ChannelCore<T> side; // of from, for this consumer

  /** Makes one; {@code to} is null if results are not sent. */
  public ConsumerWorker(
      Component component,
      WorkerSpec spec,
      ChannelCore<T> from,
      Fn<? super T, ? extends R> body,
      @Nullable ChannelCore<R> to,
      @Nullable ChannelCore<? super DeadLetter<T>> deadLetters) {
    super(component, spec, Then.CONTINUE);
    this.from = from;
    this.body = body;
    this.to = to;
    this.deadLetters = deadLetters;
    this.side = from.forConsumer();
  }

  @Override
  Kind kind() {
    return Kind.CONSUMER;
  }

  @Override
  ChannelCore<?> input() {
    return from;
  }

  @Override
  List<ChannelCore<?>> outputs() {
    List<ChannelCore<?>> outputs = new ArrayList<>();
    if (to != null) {
      outputs.add(to);
    }
    if (deadLetters != null) {
      outputs.add(deadLetters);
    }
    return outputs;
  }

  @Override
  void wake() {
    side.wake();
  }

  @Override
  void work(Hand hand) {
    Intake<T> intake = side.intake(this::givesUp);
    try {
      Verdict verdict = Verdict.RETURNED;
      while (verdict != Verdict.ENDED && verdict != Verdict.GIVEN_UP && awaitTurn()) {
        T message;
        try {
          message = intake.take();
        } catch (InterruptedException e) {
          continue; // if it was the end of the grace, no further turn comes
        }
        if (message != null) {
          verdict = handleNext(hand, intake, message);
        } else if (side.isEnded()) {
          return;
        }
      }
    } finally {
      intake.retire();
    }
  }

  private Verdict handleNext(Hand hand, Intake<T> intake, T message) {
    hand.setBusy(true);
    Verdict verdict = handle(hand, message);
    hand.setBusy(false); // before anybody can learn that the message is done
    if (verdict != Verdict.GIVEN_UP) {
      intake.done(message);
    }
    return verdict;
  }

  private Verdict handle(Hand hand, T message) {
    Verdict verdict = call(hand, body, message);
    if (verdict != Verdict.RETURNED || to == null) {
      return verdict;
    }
    @SuppressWarnings("unchecked") // call() has put there what body returned
    R result = (R) hand.result;
    hand.result = null;
    return result == null ? verdict : deliver(hand, to, result, message);
  }

  @Override
  @SuppressWarnings("unchecked") // the argument of its calls is the message
  boolean settlesItself(Object message, Throwable failure, int attempts)
      throws InterruptedException {
    if (deadLetters == null) {
      return false;
    }
    deadLetters.send(new DeadLetter<T>((T) message, failure, attempts, name()));
    return true;
  }
}
