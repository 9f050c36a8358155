package io.lappet.internal.fabric;

import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Intake;
import io.lappet.internal.channel.Tap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a consumer method with what it takes from a channel.
 *
 * @param <T> the type of the messages
 * @param <A> what one call gets
 * @param <R> the type of the results
 */
public abstract sealed class ConsumerWorker<T, A, R> extends ThreadWorker
    permits MessageConsumer, BatchConsumer {
  private final ChannelCore<T> from;
  private final Tap<T> tap; // of from, for this consumer
  private final Fn<? super A, ? extends R> body;
  private final @Nullable ChannelCore<R> to;
  final @Nullable ChannelCore<? super DeadLetter<T>> deadLetters;

  ConsumerWorker(
      Component component,
      WorkerSpec spec,
      ChannelCore<T> from,
      Fn<? super A, ? extends R> body,
      @Nullable ChannelCore<R> to,
      @Nullable ChannelCore<? super DeadLetter<T>> deadLetters) {
    super(component, spec, Then.CONTINUE);
    this.from = from;
    this.body = Visit.to(spec.loop(), this::isForced, body);
    this.to = to;
    this.deadLetters = deadLetters;
    this.tap = from.forConsumer();
  }

  /** One thread of the worker, as long as that lives. */
  abstract class Turns {
    final Hand hand;
    final Intake<T> intake;

    Turns(Hand hand, Intake<T> intake) {
      this.hand = hand;
      this.intake = intake;
    }

    /**
     * Takes what a call gets and handles it, and does so again as often as it likes.
     *
     * @return of the last call; null if nothing is there: the thread gives up, or nothing comes any
     *     more
     * @throws InterruptedException if interrupted while waiting; nothing was taken
     */
    abstract @Nullable Verdict next() throws InterruptedException;
  }

  abstract Turns turns(Hand hand, Intake<T> intake);

  @Override
  Kind kind() {
    return Kind.CONSUMER;
  }

  @Override
  ChannelCore<?> input() {
    return from;
  }

  /** Whether messages wait where it takes them: in the channel, or in its own line of a topic. */
  boolean hasMoreInput() {
    return !tap.isEmpty();
  }

  /** Takes nothing any more, for good, so that nobody waits for it. */
  void giveUpInput() {
    tap.giveUp();
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
    tap.wake();
  }

  @Override
  void work(Hand hand) {
    Intake<T> intake = tap.intake(this::givesUp);
    try {
      Turns turns = turns(hand, intake);
      Verdict verdict = Verdict.RETURNED;
      while (verdict != Verdict.ENDED && verdict != Verdict.GIVEN_UP) {
        Verdict next = nextOf(turns);
        if (next != null) {
          verdict = next;
        } else if (tap.isEnded() || !awaitTurn()) {
          return;
        }
      }
    } finally {
      intake.retire();
    }
  }

  /** Also asked before the thread rests, so that those who wait for what it has done are told. */
  private @Nullable Verdict nextOf(Turns turns) {
    try {
      return turns.next();
    } catch (InterruptedException e) {
      return null; // if it was the end of the grace, no further turn comes
    }
  }

  /** Calls the method and sends its result. */
  final Verdict handle(Hand hand, A argument) {
    hand.setBusy(true);
    Object outcome = call(hand, body, argument);
    Verdict verdict = Verdict.of(outcome);
    if (verdict == Verdict.RETURNED && outcome != null && to != null) {
      @SuppressWarnings("unchecked") // it is what body returned
      R result = (R) outcome;
      verdict = deliver(hand, to, to.inlet(), result, argument);
    }
    hand.setBusy(false); // before anybody can learn that the message is done
    return verdict;
  }
}
